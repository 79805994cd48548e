using System.Net;
using Microsoft.AspNetCore.Http;

namespace Chat.LocalHub.Events;

/// <summary>A client whose token was good asks for a connection.</summary>
/// <param name="Hub">The hub's name.</param>
/// <param name="ConnectionId">The id that the connection will have: opaque, unique, safe in a URL.</param>
/// <param name="UserId">The token's <c>sub</c>; null when it has none.</param>
/// <param name="Claims">All claims of the token; numbers and objects as their JSON text.</param>
/// <param name="Query">The query without the token.</param>
/// <param name="Headers">The request's headers. Not for logs: they may carry the token.</param>
/// <param name="Subprotocols">What the client offered, in its order.</param>
/// <param name="RemoteAddress">Where the request came from; null when the server does not know.</param>
public sealed record ConnectRequest(
    string Hub,
    string ConnectionId,
    string? UserId,
    IReadOnlyDictionary<string, string[]> Claims,
    IReadOnlyDictionary<string, string[]> Query,
    IHeaderDictionary Headers,
    IReadOnlyList<string> Subprotocols,
    IPAddress? RemoteAddress);
