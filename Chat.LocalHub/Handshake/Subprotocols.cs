using Microsoft.Extensions.Primitives;

namespace Chat.LocalHub.Handshake;

/// <summary>The subprotocols of the hub, and the choice among those that a client offers.</summary>
internal static class Subprotocols
{
    public const string Json = "json.webpubsub.azure.v1";

    /// <summary>The values of <c>Sec-WebSocket-Protocol</c>, which may stand in one header or in several.</summary>
    public static string[] Offered(StringValues header) =>
        [.. header.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>
    /// The one to use; null when there is none. A client that offers only what this hub does not speak is refused, never served in
    /// some other way: it would misread every byte.
    /// </summary>
    public static string? Choose(IReadOnlyList<string> offered) => offered.Contains(Json) ? Json : null;
}
