using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FastEndpoints.OpenApi;

/// <summary>Answers that the endpoint's metadata names and the framework left out (problem+json), and words for all of them.</summary>
internal sealed class AnswerDescription(EndpointDefinition endpoint, DocumentOptions options, OpenApiOperation operation, OpenApiOperationTransformerContext context)
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["200"] = "Success",
        ["201"] = "Created",
        ["202"] = "Accepted",
        ["204"] = "No Content",
        ["400"] = "Bad Request",
        ["401"] = "Unauthorized",
        ["403"] = "Forbidden",
        ["404"] = "Not Found",
        ["429"] = "Too Many Requests",
        ["500"] = "Server Error",
    };

    internal async Task WriteAsync(CancellationToken ct)
    {
        operation.Responses ??= [];
        foreach (var answer in context.Description.ActionDescriptor.EndpointMetadata.OfType<IProducesResponseTypeMetadata>())
            await AddMissingAsync(answer, ct);

        foreach (var (status, answer) in operation.Responses)
        {
            if (endpoint.EndpointSummary?.Responses.TryGetValue(int.Parse(status, CultureInfo.InvariantCulture), out var text) is true)
                answer.Description = text;
            else if (Words.TryGetValue(status, out var words))
                answer.Description = words;
        }
    }

    private async Task AddMissingAsync(IProducesResponseTypeMetadata answer, CancellationToken ct)
    {
        var status = answer.StatusCode.ToString(CultureInfo.InvariantCulture);
        if (!operation.Responses!.TryGetValue(status, out var known))
            operation.Responses[status] = known = new OpenApiResponse();
        if (known is not OpenApiResponse response || answer.Type is null || answer.Type == typeof(void))
            return;

        response.Content ??= new Dictionary<string, OpenApiMediaType>();
        foreach (var contentType in answer.ContentTypes.Where(c => !response.Content.ContainsKey(c)))
            response.Content[contentType] = new() { Schema = await ComponentAsync(answer.Type, ct) };
    }

    private async Task<IOpenApiSchema> ComponentAsync(Type type, CancellationToken ct)
    {
        var name = SchemaNames.Of(type, options.ShortSchemaNames);
        var schema = await context.GetOrCreateSchemaAsync(type, null, ct);
        context.Document!.AddComponent(name, schema);
        return new OpenApiSchemaReference(name, context.Document);
    }
}
