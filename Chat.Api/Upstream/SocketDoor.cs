using System.Collections.Frozen;
using Chat.Core.Common;
using Chat.Core.Transport;

namespace Chat.Api.Upstream;

/// <summary>How a new connection starts.</summary>
/// <param name="Groups">The groups that it is in.</param>
/// <param name="State">What the transport keeps with it: <see cref="SocketState"/> as text.</param>
internal sealed record Admission(IReadOnlyList<string> Groups, string State);

/// <summary>The outcome of an event.</summary>
/// <param name="Reply">What the caller is told, one JSON value; empty for nothing.</param>
/// <param name="Error">Why it was refused; null when it was not.</param>
internal readonly record struct EventOutcome(ReadOnlyMemory<byte> Reply, Error? Error);

/// <summary>
/// The one door through which anything comes in from a socket, whichever transport carries it: <see cref="LocalHubEvents"/> and the
/// Web PubSub event handler lead here.
/// </summary>
internal sealed class SocketDoor(UsedTickets used, RoomGroups groups, IEnumerable<ISocketEvent> events)
{
    private readonly FrozenDictionary<string, ISocketEvent> _events = events.ToFrozenDictionary(one => one.Name, StringComparer.Ordinal);

    /// <summary>
    /// A client asks for a connection. <see cref="Errors.AuthRequired"/> when it shows no ticket, or one that was used before.
    /// </summary>
    public async ValueTask<Result<Admission>> AdmitAsync(SocketTicket? ticket, string connectionId, CancellationToken cancellation)
    {
        if (ticket is null || !await used.TryUseAsync(ticket, cancellation)) return Errors.AuthRequired;

        var rooms = await groups.BeginAsync(ticket.UserId, connectionId, cancellation);
        return new Admission(
            [Groups.User(ticket.UserId), .. rooms.Select(Groups.Room)],
            new SocketState(ticket.SessionId, SocketState.Digest(rooms)).Write());
    }

    /// <summary>The connection is there.</summary>
    public ValueTask OpenedAsync(SocketCaller caller, string rooms, CancellationToken cancellation) =>
        groups.CompleteAsync(caller, rooms, cancellation);

    /// <summary>The client sent an event. An exception is a bug, or a store that is away: the client sends it again.</summary>
    public async ValueTask<EventOutcome> HandleAsync(SocketCaller caller, string name, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        var reply = _events.TryGetValue(name, out var handler)
            ? await handler.HandleAsync(caller, data, cancellation)
            : SocketReply.Refused(Errors.RequestNotFound);
        return new EventOutcome(ReplyFrame.Write(name, data, reply), reply.Error);
    }

    /// <summary>The client sent an event with something else than JSON.</summary>
    public static EventOutcome NotJson(string name) =>
        new(ReplyFrame.Write(name, default, SocketReply.Refused(Errors.RequestMediaType)), Errors.RequestMediaType);

    /// <summary>The connection is gone, or was never made.</summary>
    public void Closed(string connectionId) => groups.Forget(connectionId);
}
