using Microsoft.AspNetCore.Http;

namespace Chat.LocalHub.Tokens;

/// <summary>Where a request carries its token.</summary>
internal static class BearerToken
{
    /// <summary>Browsers cannot set headers on a socket, so the protocol lets clients put the token into the query.</summary>
    public const string QueryKey = "access_token";

    private const string Scheme = "Bearer ";

    /// <summary>Of a client that opens a connection: the query first, then the header.</summary>
    public static string? OfClient(HttpRequest request)
    {
        var query = request.Query[QueryKey];
        return query.Count switch { 0 => OfServer(request), 1 => query.ToString(), _ => null };
    }

    /// <summary>Of a server that calls the REST API.</summary>
    public static string? OfServer(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        return header.Count == 1 && header.ToString().StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header.ToString()[Scheme.Length..].Trim()
            : null;
    }
}
