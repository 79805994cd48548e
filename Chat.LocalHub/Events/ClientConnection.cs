namespace Chat.LocalHub.Events;

/// <summary>A connection, as the application sees it.</summary>
/// <param name="Hub">The hub's name.</param>
/// <param name="ConnectionId">Opaque, unique, safe in a URL.</param>
/// <param name="UserId">Its user; null when it is anonymous.</param>
/// <param name="Subprotocol">The subprotocol in use.</param>
/// <param name="State">What the application keeps with it; null for none.</param>
public sealed record ClientConnection(string Hub, string ConnectionId, string? UserId, string Subprotocol, string? State);
