namespace Chat.LocalHub.Events;

/// <summary>The application of a hub that has none: tokens and the REST API decide everything, and events have no handler.</summary>
internal sealed class NoHubEvents : IHubEvents
{
    public ValueTask<ConnectReply> ConnectAsync(ConnectRequest request, CancellationToken cancellation) => ValueTask.FromResult(ConnectReply.Accept);

    public ValueTask ConnectedAsync(ClientConnection connection, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask<UserEventReply> UserEventAsync(UserEvent userEvent, CancellationToken cancellation) =>
        ValueTask.FromResult(UserEventReply.Fail(AckError.InternalServerError, "Nobody handles this event."));

    public ValueTask DisconnectedAsync(ClientConnection connection, Disconnection disconnection, CancellationToken cancellation) =>
        ValueTask.CompletedTask;

    public ValueTask AliveAsync(IReadOnlyList<LiveConnection> connections, CancellationToken cancellation) => ValueTask.CompletedTask;
}
