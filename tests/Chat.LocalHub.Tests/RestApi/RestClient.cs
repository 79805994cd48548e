using System.Net.Http.Headers;
using System.Text;
using Chat.LocalHub.Tests.Fixtures;
using Chat.LocalHub.Tokens;

namespace Chat.LocalHub.Tests.RestApi;

/// <summary>Calls the data plane as a server SDK does: every call with a token for its own address.</summary>
internal sealed class RestClient(TestHub hub) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = hub.Address };

    /// <summary>Calls an operation below <c>/api/hubs/chat/</c>.</summary>
    public async Task<RestReply> CallAsync(string method, string path, string? body = null, string contentType = "application/json", string? audience = null)
    {
        using var request = Request(method, $"/api/hubs/chat/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(audience ?? request.RequestUri!.OriginalString));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        return await SendAsync(request);
    }

    /// <summary>Calls any path with any Authorization header, or none.</summary>
    public async Task<RestReply> CallAsync(string method, string path, AuthenticationHeaderValue? authorization)
    {
        using var request = Request(method, path);
        request.Headers.Authorization = authorization;
        return await SendAsync(request);
    }

    public string Token(string audience) => hub.Tokens.Create(new ClientToken { Lifetime = TimeSpan.FromMinutes(1) }, audience);

    public void Dispose() => _http.Dispose();

    // The path must leave this process as it is: %2F is a name's slash.
    private HttpRequestMessage Request(string method, string path) => new(
        new HttpMethod(method), new Uri(hub.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

    private async Task<RestReply> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        var code = response.Headers.TryGetValues("x-ms-error-code", out var codes) ? codes.Single() : null;
        return new RestReply((int)response.StatusCode, code, await response.Content.ReadAsStringAsync());
    }
}

internal sealed record RestReply(int Status, string? Code, string Body);
