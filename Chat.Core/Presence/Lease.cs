namespace Chat.Core.Presence;

/// <summary>
/// The claim that a connection is alive, held by whoever holds its socket. It runs out by itself when it is not renewed.
/// </summary>
/// <param name="UserId">Whose connection.</param>
/// <param name="ConnectionId">The transport's id of it; no slash.</param>
/// <param name="Epoch">
/// Grows each time another process takes the connection over. A holder that was overtaken can neither renew nor end what it
/// no longer holds.
/// </param>
public readonly record struct Lease(Guid UserId, string ConnectionId, long Epoch);

/// <summary>A sign of life.</summary>
/// <param name="Lease">What it renews.</param>
/// <param name="Silence">How long ago the connection was heard; its lease runs from then.</param>
public readonly record struct Heartbeat(Lease Lease, TimeSpan Silence);

/// <summary>A lease that ended.</summary>
/// <param name="Lease">Which.</param>
/// <param name="WasLast">Whether its user has no live lease left: they went offline with it.</param>
public readonly record struct EndedLease(Lease Lease, bool WasLast);

/// <summary>What became of an attempt to hold a lease.</summary>
public enum Renewal
{
    /// <summary>Refused: a newer epoch holds the connection.</summary>
    Overtaken,

    /// <summary>Held for another <see cref="PresenceOptions.Lease"/>.</summary>
    Held,

    /// <summary>Held, and the user had no live lease before it: they came online.</summary>
    CameOnline,
}
