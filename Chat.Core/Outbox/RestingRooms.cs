namespace Chat.Core.Outbox;

/// <summary>Rooms that are left alone for a while after a failure. Used by one thread at a time, but for <see cref="Add"/>.</summary>
internal sealed class RestingRooms(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, DateTimeOffset> _until = [];

    public void Add(Guid roomId, TimeSpan duration)
    {
        lock (_lock) _until[roomId] = clock.GetUtcNow() + duration;
    }

    public Guid[] Now()
    {
        lock (_lock)
        {
            if (_until.Count == 0) return [];
            var now = clock.GetUtcNow();
            foreach (var (roomId, _) in _until.Where(room => room.Value <= now).ToList()) _until.Remove(roomId);
            return [.. _until.Keys];
        }
    }
}
