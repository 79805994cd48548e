using Chat.Core.Common;
using Chat.LocalHub;
using Chat.LocalHub.Events;

namespace Chat.Api.Upstream;

/// <summary>Where the local hub's events come in, in process: an entrance to <see cref="SocketDoor"/>.</summary>
internal sealed class LocalHubEvents(SocketDoor door, SocketTickets tickets, SocketPresence presence, TimeProvider clock) : IHubEvents
{
    public async ValueTask<ConnectReply> ConnectAsync(ConnectRequest request, CancellationToken cancellation)
    {
        var ticket = tickets.Find(request.UserId, request.Claims, request.Query);
        var admitted = await door.AdmitAsync(ticket, request.ConnectionId, cancellation);
        return admitted.Succeeded
            ? ConnectReply.Accept with { Groups = admitted.Value.Groups, Roles = [], State = admitted.Value.State }
            : ConnectReply.Reject(StatusCodes.Status401Unauthorized);
    }

    public async ValueTask ConnectedAsync(ClientConnection connection, CancellationToken cancellation)
    {
        var (caller, state) = Caller(connection);
        await presence.HoldAsync(caller, cancellation);
        await door.OpenedAsync(caller, state.Rooms, cancellation);
    }

    public async ValueTask<UserEventReply> UserEventAsync(UserEvent userEvent, CancellationToken cancellation)
    {
        var outcome = userEvent.Payload.DataType == MessageDataType.Json
            ? await door.HandleAsync(Caller(userEvent.Connection).Caller, userEvent.Name, userEvent.Payload.Data, cancellation)
            : SocketDoor.NotJson(userEvent.Name);
        HubMessage? message = outcome.Reply.IsEmpty ? null : HubMessage.Json(outcome.Reply);
        return outcome.Error is { } error
            ? UserEventReply.Fail(Name(error.Kind), error.Message, error.Kind == ErrorKind.Unavailable ? null : message)
            : UserEventReply.Ok with { Message = message };
    }

    public ValueTask DisconnectedAsync(ClientConnection connection, Disconnection disconnection, CancellationToken cancellation)
    {
        door.Closed(connection.ConnectionId);
        return presence.EndAsync(Caller(connection).Caller, cancellation);
    }

    public ValueTask AliveAsync(IReadOnlyList<LiveConnection> connections, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return presence.RenewAsync(connections.Select(one => (one.ConnectionId, now - one.HeardAt)), cancellation);
    }

    // Nobody is admitted without either, so their absence is a bug.
    private static (SocketCaller Caller, SocketState State) Caller(ClientConnection connection)
    {
        var state = SocketState.Read(connection.State) ?? throw new InvalidOperationException("A connection has no state of ours.");
        return (new SocketCaller(Guid.Parse(connection.UserId ?? ""), state.Session, connection.ConnectionId), state);
    }

    // SK5. Never Duplicate: the official client takes that for success.
    private static AckError Name(ErrorKind kind) => kind switch
    {
        ErrorKind.Unauthenticated or ErrorKind.Forbidden => AckError.Forbidden,
        ErrorKind.NotFound => AckError.NotFound,
        ErrorKind.Unavailable => AckError.InternalServerError,
        _ => AckError.BadRequest,
    };
}
