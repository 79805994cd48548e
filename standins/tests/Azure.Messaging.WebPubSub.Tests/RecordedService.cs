using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Core.Pipeline;

namespace Azure.Messaging.WebPubSub.Tests;

/// <summary>A service that writes down what it is asked and answers what it is told to.</summary>
internal sealed class RecordedService : HttpMessageHandler
{
    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public string Answer { get; set; } = "";

    public List<(string Line, string? Body, string? ContentType, string? Authorization)> Calls { get; } = [];

    public WebPubSubServiceClientOptions Options => new() { Transport = new HttpClientTransport(this), Retry = { MaxRetries = 0 } };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Calls.Add(($"{request.Method} {request.RequestUri!.AbsoluteUri}", body, request.Content?.Headers.ContentType?.ToString(), request.Headers.Authorization?.ToString()));
        return new HttpResponseMessage(Status) { Content = new StringContent(Answer), RequestMessage = request };
    }

    /// <summary>The claims of a token that <paramref name="key"/> has signed.</summary>
    public static JsonElement Claims(string token, string key)
    {
        var parts = token.Split('.');
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
        Base64Url.EncodeToString(signature).ShouldBe(parts[2]);
        return JsonElement.Parse(Base64Url.DecodeFromChars(parts[1]));
    }
}
