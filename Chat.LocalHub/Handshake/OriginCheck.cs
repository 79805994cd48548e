using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Chat.LocalHub.Handshake;

/// <summary>
/// Which web pages may open a socket. Browsers apply no same-origin rule to sockets but always send the Origin header, so that a
/// foreign page with a stolen or ambient credential is refused here, before the upgrade.
/// </summary>
internal sealed class OriginCheck(IOptions<HubOptions> options)
{
    private readonly HashSet<string> _allowed = options.Value.AllowedOrigins
        .Select(origin => origin.TrimEnd('/'))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    public bool Allows(HttpRequest request)
    {
        if (request.Headers.Origin.Count == 0 || _allowed.Contains("*"))
            return true;
        if (request.Headers.Origin.Count > 1)
            return false;

        var origin = request.Headers.Origin.ToString();
        return _allowed.Count > 0 ? _allowed.Contains(origin) : IsSameHost(origin, request.Host);
    }

    // The scheme is not compared: behind a proxy that ends TLS the page says https and the request http.
    private static bool IsSameHost(string origin, HostString host) =>
        host.HasValue
        && Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Scheme is "http" or "https"
        && Uri.TryCreate($"{page.Scheme}://{host.Value}", UriKind.Absolute, out var own)
        && page.Host.Equals(own.Host, StringComparison.OrdinalIgnoreCase)
        && page.Port == own.Port;
}
