namespace Chat.Api.Upstream;

/// <summary>What we signed when a client asked for a socket.</summary>
/// <param name="UserId">Who may open it.</param>
/// <param name="SessionId">The session that it ends with.</param>
/// <param name="TokenId">Opens one socket: used once (<c>jti</c>).</param>
/// <param name="ExpiresAt">Opens none after this.</param>
internal sealed record SocketTicket(Guid UserId, Guid SessionId, string TokenId, DateTimeOffset ExpiresAt);
