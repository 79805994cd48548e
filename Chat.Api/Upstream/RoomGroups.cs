using System.Collections.Concurrent;
using Chat.Core.Transport;

namespace Chat.Api.Upstream;

/// <summary>
/// Puts a new connection into the groups of its user's rooms. A join or a leave that commits while the connection is being made
/// finds no connection to move, so once it is there the rooms are read again and the difference is made up for.
/// </summary>
internal sealed class RoomGroups(ISocketRooms rooms, IRealtimeTransport transport)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<Guid>> _given = new();

    /// <summary>The rooms that a connection starts with.</summary>
    public async ValueTask<IReadOnlyList<Guid>> BeginAsync(Guid userId, string connectionId, CancellationToken cancellation)
    {
        var given = await rooms.GetRoomIdsAsync(userId, cancellation);
        _given[connectionId] = given;
        return given;
    }

    /// <summary>Makes up for what changed since <see cref="BeginAsync"/>.</summary>
    /// <param name="caller">The connection, which is there by now.</param>
    /// <param name="digest">What <see cref="BeginAsync"/> gave, as <see cref="SocketState.Digest"/>; another instance may have given it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TransportUnavailableException">The connection may hear too little, or too much: close it.</exception>
    public async ValueTask CompleteAsync(SocketCaller caller, string digest, CancellationToken cancellation)
    {
        var isOurs = _given.TryRemove(caller.ConnectionId, out var given);
        var now = await rooms.GetRoomIdsAsync(caller.UserId, cancellation);
        if (SocketState.Digest(now) == digest) return;

        if (!isOurs)
        {
            // What it was given is known to another instance only; the client's next connection starts from what is true now.
            await transport.CloseConnectionAsync(caller.ConnectionId, "The rooms changed while connecting.", cancellation);
            return;
        }

        foreach (var left in given!.Except(now))
            await transport.RemoveConnectionFromGroupAsync(caller.ConnectionId, Groups.Room(left), cancellation);
        foreach (var joined in now.Except(given!))
            await transport.AddConnectionToGroupAsync(caller.ConnectionId, Groups.Room(joined), cancellation);
    }

    /// <summary>Forgets a connection that was never there.</summary>
    public void Forget(string connectionId) => _given.TryRemove(connectionId, out _);
}
