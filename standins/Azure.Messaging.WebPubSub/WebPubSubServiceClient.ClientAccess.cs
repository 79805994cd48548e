using System.Text.Json;
using Azure.Core;

namespace Azure.Messaging.WebPubSub;

public partial class WebPubSubServiceClient
{
    public virtual Task<Uri> GetClientAccessUriAsync(TimeSpan expiresAfter = default, string userId = null, IEnumerable<string> roles = null, IEnumerable<string> groups = null, WebPubSubClientProtocol clientProtocol = WebPubSubClientProtocol.Default, CancellationToken cancellationToken = default) =>
        GetClientAccessUriAsync(
            DateTimeOffset.UtcNow + (expiresAfter == default ? TimeSpan.FromHours(1) : expiresAfter), userId, roles, groups, clientProtocol, cancellationToken);

    public virtual async Task<Uri> GetClientAccessUriAsync(DateTimeOffset expiresAt, string userId = null, IEnumerable<string> roles = null, IEnumerable<string> groups = null, WebPubSubClientProtocol clientProtocol = WebPubSubClientProtocol.Default, CancellationToken cancellationToken = default)
    {
        if (clientProtocol != WebPubSubClientProtocol.Default)
            throw new NotSupportedException($"This stand-in covers {WebPubSubClientProtocol.Default} only.");

        var path = $"client/hubs/{Hub}";
        var token = _tokenCredential is null
            ? SignedToken($"{Endpoint.AbsoluteUri}{(Endpoint.AbsoluteUri.EndsWith('/') ? "" : "/")}{path}", expiresAt, userId, roles, groups)
            : await GenerateTokenAsync(expiresAt, userId, roles, groups, cancellationToken).ConfigureAwait(false);
        var address = new UriBuilder(Endpoint) { Scheme = Endpoint.Scheme == "http" ? "ws" : "wss" };
        return new Uri($"{address}{path}?access_token={token}");
    }

    private string SignedToken(string audience, DateTimeOffset expiresAt, string userId, IEnumerable<string> roles, IEnumerable<string> groups)
    {
        var token = new Jwt();
        if (userId is not null)
            token.Add("sub", userId);
        if (roles?.Any() == true)
            token.Add("role", roles);
        if (groups?.Any() == true)
            token.Add("webpubsub.group", groups);
        return token.Sign(_credential.Key, audience, expiresAt);
    }

    // The service signs where only it has a key. It counts in whole minutes, at least one.
    private async Task<string> GenerateTokenAsync(DateTimeOffset expiresAt, string userId, IEnumerable<string> roles, IEnumerable<string> groups, CancellationToken cancellationToken)
    {
        var minutes = Math.Max((int)(expiresAt - DateTimeOffset.UtcNow).TotalMinutes, 1);
        var call = Call(RequestMethod.Post, new RequestContext { CancellationToken = cancellationToken }, 200, ":generateToken")
            .With("userId", userId);
        foreach (var role in roles ?? [])
            call.With("role", role);
        call.With("minutesToExpire", $"{minutes}").WithVersion();
        foreach (var group in groups ?? [])
            call.With("group", group);
        var response = await call.With("clientType", "default").SendAsync().ConfigureAwait(false);
        using var answer = JsonDocument.Parse(response.Content);
        return answer.RootElement.GetProperty("token").GetString();
    }
}
