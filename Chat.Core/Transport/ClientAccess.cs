namespace Chat.Core.Transport;

/// <summary>Who may open a socket.</summary>
/// <param name="UserId">The user; the transport's user id of the connection.</param>
/// <param name="SessionId">The session (<c>sid</c>) that the socket belongs to; it ends with it.</param>
/// <param name="Lifetime">How long the address may be used to open a socket. An open socket outlives it.</param>
public sealed record ClientGrant(string UserId, string SessionId, TimeSpan Lifetime);

/// <summary>An address at which one socket can be opened.</summary>
/// <param name="Url">
/// <c>ws(s)://…/client/hubs/{hub}?access_token=…</c>. Holds a secret: never logged. Relative to the caller's own origin when it
/// starts with a slash (the local hub: the client knows under which name it reached us, we may not).
/// </param>
/// <param name="ExpiresAt">After this the address no longer opens a socket.</param>
public sealed record ClientAccess(string Url, DateTimeOffset ExpiresAt);
