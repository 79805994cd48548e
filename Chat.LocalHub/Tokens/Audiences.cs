namespace Chat.LocalHub.Tokens;

/// <summary>
/// Which <c>aud</c> claims a request accepts. Server SDKs sign the whole absolute address that they call, so the scheme is compared
/// loosely (a proxy may end TLS; ws and http mean the same), the query and a trailing slash are ignored, and escapes are undone
/// before paths are compared. An audience without a host (<c>/client/hubs/chat</c>) is one that this hub minted itself.
/// </summary>
/// <param name="hosts">Accepted <c>host[:port]</c>, as in a Host header.</param>
/// <param name="paths">Accepted paths, still escaped.</param>
/// <param name="deeper">
/// For client tokens: the audience may lie below the hub's path, and the hub's name is compared without case. Else the paths must be equal.
/// </param>
internal sealed class Audiences(string[] hosts, string[] paths, bool deeper = false)
{
    public bool Accepts(string audience)
    {
        if (audience.StartsWith('/'))
            return deeper && AcceptsPath(audience);

        return Uri.TryCreate(audience, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" or "ws" or "wss"
            && hosts.Any(host => IsSameHost(uri, host))
            && AcceptsPath(uri.AbsolutePath);
    }

    private bool AcceptsPath(string path)
    {
        var claimed = Clean(path);
        return deeper
            ? paths.Select(Clean).Any(accepted => $"{claimed}/".StartsWith($"{accepted}/", StringComparison.OrdinalIgnoreCase))
            : paths.Select(Clean).Any(accepted => claimed.Equals(accepted, StringComparison.Ordinal));
    }

    private static string Clean(string path) => Uri.UnescapeDataString(path).TrimEnd('/');

    private static bool IsSameHost(Uri audience, string host)
    {
        // Read with the audience's own scheme, so that a port left out on either side means the same one.
        return Uri.TryCreate($"{audience.Scheme}://{host}", UriKind.Absolute, out var own)
            && audience.IdnHost.Equals(own.IdnHost, StringComparison.OrdinalIgnoreCase)
            && audience.Port == own.Port;
    }
}
