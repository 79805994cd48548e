namespace Chat.Api.Upstream;

/// <summary>Who is at the other end of a socket, as the token said with which it was opened.</summary>
/// <param name="UserId">The user.</param>
/// <param name="SessionId">The session that the socket ends with.</param>
/// <param name="ConnectionId">The transport's id of the socket.</param>
internal sealed record SocketCaller(Guid UserId, Guid SessionId, string ConnectionId);
