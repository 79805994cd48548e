using System.Collections.Concurrent;
using Chat.Api.Upstream;

namespace Chat.Api.Tests.Upstream;

/// <summary>Rooms as the test sets them. Each read may be followed by a change that happens right behind it.</summary>
internal sealed class FakeSocketRooms : ISocketRooms
{
    private readonly ConcurrentDictionary<Guid, Guid[]> _rooms = new();
    private readonly ConcurrentDictionary<Guid, Guid[]> _afterNextRead = new();

    public void Set(Guid user, params Guid[] rooms) => _rooms[user] = rooms;

    /// <summary>The user's rooms change right after they are read the next time.</summary>
    public void SetAfterNextRead(Guid user, params Guid[] rooms) => _afterNextRead[user] = rooms;

    public ValueTask<IReadOnlyList<Guid>> GetRoomIdsAsync(Guid userId, CancellationToken cancellation)
    {
        var now = _rooms.GetValueOrDefault(userId, []);
        if (_afterNextRead.TryRemove(userId, out var next)) _rooms[userId] = next;
        return ValueTask.FromResult<IReadOnlyList<Guid>>(now);
    }
}
