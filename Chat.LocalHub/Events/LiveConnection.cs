namespace Chat.LocalHub.Events;

/// <summary>A connection that this node holds.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="UserId">Its user; null when it is anonymous.</param>
/// <param name="HeardAt">When the last byte came from it (an answer to a ping counts), exact to a second.</param>
public readonly record struct LiveConnection(string ConnectionId, string? UserId, DateTimeOffset HeardAt);
