using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace FastEndpoints;

public sealed class SerializerOptions
{
    public JsonSerializerOptions Options { get; internal set; } = new();

    public string SerializerErrorsField { internal get; set; } = "SerializerErrors";

    public string? CharacterEncoding { internal get; set; } = "utf-8";

    public Func<HttpRequest, Type, JsonSerializerContext?, CancellationToken, ValueTask<object?>> RequestDeserializer { internal get; set; }
        = (request, type, context, ct) => request.ReadFromJsonAsync(type, context?.Options ?? Cfg.SerOpts.Options, ct);

    public Func<HttpResponse, object?, string, JsonSerializerContext?, CancellationToken, Task> ResponseSerializer { internal get; set; }
        = (response, body, contentType, context, ct) => body is null
            ? Task.CompletedTask
            : response.WriteAsJsonAsync(body, context?.Options ?? Cfg.SerOpts.Options, Cfg.SerOpts.WithCharset(contentType), ct);

    /// <summary>Starts from the host's own JSON options. What is bound from elsewhere than the body is never required in the body.</summary>
    internal void StartFrom(JsonSerializerOptions host)
    {
        Options = new(host);
        Options.TypeInfoResolver = Options.TypeInfoResolver?.WithAddedModifier(
            static type =>
            {
                foreach (var property in type.Properties)
                {
                    if (property.AttributeProvider?.IsDefined(typeof(NonJsonBindingAttribute), true) is true)
                        property.IsRequired = false;
                }
            });
    }

    private string WithCharset(string contentType) => CharacterEncoding is null ? contentType : $"{contentType}; charset={CharacterEncoding}";
}
