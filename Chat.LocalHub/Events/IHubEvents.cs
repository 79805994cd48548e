namespace Chat.LocalHub.Events;

/// <summary>
/// What the hub tells and asks the application, in process. For one connection the calls come one after the other:
/// connect, connected, its user events in the order in which they were sent, disconnected. Calls for different connections run
/// at the same time. The hub sets no time limit on a call: an implementation bounds its own work.
/// </summary>
public interface IHubEvents
{
    /// <summary>
    /// Decides whether a connection is made, before the upgrade; its token has been checked. An exception refuses it with 500.
    /// After an accepting reply <see cref="DisconnectedAsync"/> is called exactly once, even if the upgrade then fails.
    /// </summary>
    /// <param name="request">Who is asking.</param>
    /// <param name="cancellation">Cancelled when the client gives up.</param>
    ValueTask<ConnectReply> ConnectAsync(ConnectRequest request, CancellationToken cancellation);

    /// <summary>The connection is open and in the groups of its reply. An exception is logged and changes nothing.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="cancellation">Cancelled when the hub has no more time to stop.</param>
    ValueTask ConnectedAsync(ClientConnection connection, CancellationToken cancellation);

    /// <summary>The client sent an event. An exception is logged and answered with <see cref="AckError.InternalServerError"/>.</summary>
    /// <param name="userEvent">The event and its connection.</param>
    /// <param name="cancellation">
    /// Cancelled when the hub has no more time to stop. A disconnect does not cancel: what was received is handled.
    /// </param>
    ValueTask<UserEventReply> UserEventAsync(UserEvent userEvent, CancellationToken cancellation);

    /// <summary>The connection is gone. Called exactly once per accepted connection. An exception is logged.</summary>
    /// <param name="connection">The connection, with its last state.</param>
    /// <param name="disconnection">Why.</param>
    /// <param name="cancellation">Cancelled when the hub has no more time to stop.</param>
    ValueTask DisconnectedAsync(ClientConnection connection, Disconnection disconnection, CancellationToken cancellation);

    /// <summary>
    /// The connections of this node that were heard lately, every <see cref="HubOptions.AliveInterval"/>; not called when there are
    /// none. Whoever keeps leases renews them to <see cref="LiveConnection.HeardAt"/> plus the lease's length.
    /// </summary>
    /// <param name="connections">Connections heard within the last <see cref="HubOptions.PingInterval"/> and 5 s.</param>
    /// <param name="cancellation">Cancelled when the hub stops.</param>
    ValueTask AliveAsync(IReadOnlyList<LiveConnection> connections, CancellationToken cancellation);
}
