namespace Chat.Core.Transport;

/// <summary>
/// Carries bytes to live connections. It knows groups, users and connections; it knows no rooms, members or messages.
/// Implementations: the local hub and Azure Web PubSub; both pass the same contract suite (<c>tests/Chat.Specs</c>).
/// Delivery is at least once towards a connection that stays up, in the order of the calls for one target made one after
/// the other; a connection that is away misses it and repairs itself from the room log.
/// </summary>
public interface IRealtimeTransport
{
    /// <summary>Sends one JSON document to everybody that <see cref="Outbound.Target"/> names. Nobody there is not a failure.</summary>
    /// <exception cref="TransportUnavailableException">It could not be handed over; the caller tries again.</exception>
    ValueTask SendAsync(Outbound message, CancellationToken cancellation);

    /// <summary>Puts all present connections of a user into a group. Connections that come later are not affected.</summary>
    /// <exception cref="TransportUnavailableException">It could not be handed over; the caller tries again.</exception>
    ValueTask AddUserToGroupAsync(string userId, string group, CancellationToken cancellation);

    /// <summary>Takes all connections of a user out of a group. Not being in it is not a failure.</summary>
    /// <exception cref="TransportUnavailableException">It could not be handed over; the caller tries again.</exception>
    ValueTask RemoveUserFromGroupAsync(string userId, string group, CancellationToken cancellation);

    /// <summary>Puts one connection into a group. A connection that is gone is not a failure.</summary>
    /// <exception cref="TransportUnavailableException">It could not be handed over; the caller tries again.</exception>
    ValueTask AddConnectionToGroupAsync(string connectionId, string group, CancellationToken cancellation);

    /// <summary>Takes one connection out of a group. Not being in it is not a failure.</summary>
    /// <exception cref="TransportUnavailableException">It could not be handed over; the caller tries again.</exception>
    ValueTask RemoveConnectionFromGroupAsync(string connectionId, string group, CancellationToken cancellation);

    /// <summary>Closes one connection. The client sees <paramref name="reason"/> and does not recover the connection.</summary>
    /// <exception cref="TransportUnavailableException">It could not be handed over; the caller tries again.</exception>
    ValueTask CloseConnectionAsync(string connectionId, string reason, CancellationToken cancellation);

    /// <summary>Closes every connection of a user, as <see cref="CloseConnectionAsync"/> does.</summary>
    /// <exception cref="TransportUnavailableException">It could not be handed over; the caller tries again.</exception>
    ValueTask CloseUserConnectionsAsync(string userId, string reason, CancellationToken cancellation);

    /// <summary>Whether a connection is alive, or lost but still recoverable.</summary>
    /// <exception cref="TransportUnavailableException">It could not be asked.</exception>
    ValueTask<bool> ConnectionExistsAsync(string connectionId, CancellationToken cancellation);

    /// <summary>
    /// Makes the address, with its token, at which one client of <paramref name="grant"/> may open one socket.
    /// The token carries no right to join or to publish to groups: the server alone does that.
    /// </summary>
    /// <exception cref="TransportUnavailableException">The service that signs the token could not be asked.</exception>
    ValueTask<ClientAccess> GetClientAccessAsync(ClientGrant grant, CancellationToken cancellation);
}

/// <summary>The transport could not be reached. What was to be done may or may not have happened; doing it again is safe.</summary>
public sealed class TransportUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
