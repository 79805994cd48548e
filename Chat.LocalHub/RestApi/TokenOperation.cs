using Chat.LocalHub.Tokens;

namespace Chat.LocalHub.RestApi;

/// <summary>Makes a token for a client, for servers that do not hold the access key.</summary>
internal static class TokenOperation
{
    private const int DefaultMinutes = 60;
    private const int MaxMinutes = 60 * 24 * 7;

    public static ValueTask<RestResult> GenerateAsync(RestRequest request)
    {
        if (request.TryGetNumber("minutesToExpire", 1, MaxMinutes, DefaultMinutes, out var minutes) is { } invalid)
            return ValueTask.FromResult(invalid);
        if (request.Query("clientType") is { Count: > 0 } type && !type.ToString().Equals("Default", StringComparison.OrdinalIgnoreCase))
            return ValueTask.FromResult(RestResult.Invalid("clientType", "Only the clientType Default is served."));

        var http = request.Context.Request;
        var endpoint = request.Options.Endpoint?.GetLeftPart(UriPartial.Authority) ?? $"{http.Scheme}://{http.Host}";
        var claims = new ClientToken
        {
            UserId = request.Query("userId") is { Count: > 0 } user ? user.ToString() : null,
            Roles = request.Values("role"),
            Groups = request.Values("group"),
            Lifetime = TimeSpan.FromMinutes(minutes),
        };
        var token = request.Tokens.Create(claims, endpoint + request.Tokens.ClientPath);
        return ValueTask.FromResult(RestResult.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("token", token);
            json.WriteEndObject();
        }));
    }
}
