namespace Chat.LocalHub.Connections;

/// <summary>
/// Work of one connection, done one piece after the other. The first piece runs on the thread that adds it for as long as it does
/// not wait, so that an event handled at once is answered in the turn in which it was read.
/// </summary>
/// <param name="limit">Pieces that may wait.</param>
internal sealed class EventLane(int limit)
{
    private readonly Lock _sync = new();
    private readonly Queue<Func<ValueTask>> _waiting = new(capacity: 0);
    private TaskCompletionSource? _room;
    private bool _running;

    /// <summary>Adds work. False: too much waits; try again after <see cref="WhenRoomAsync"/>.</summary>
    public bool TryAdd(Func<ValueTask> work) => TryAdd(work, limit);

    /// <summary>Adds work whatever waits before it, and completes when it is done.</summary>
    public Task AddLastAsync(Func<ValueTask> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        TryAdd(
            async () =>
            {
                await work();
                done.SetResult();
            },
            int.MaxValue);
        return done.Task;
    }

    /// <summary>Completes when something that waited has begun.</summary>
    public Task WhenRoomAsync()
    {
        lock (_sync)
        {
            if (_waiting.Count < limit)
                return Task.CompletedTask;

            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task;
        }
    }

    private bool TryAdd(Func<ValueTask> work, int room)
    {
        lock (_sync)
        {
            if (_waiting.Count >= room)
                return false;

            _waiting.Enqueue(work);
            if (_running)
                return true;

            _running = true;
        }

        _ = RunAsync();
        return true;
    }

    private async Task RunAsync()
    {
        while (TryTake(out var work))
            await work();
    }

    private bool TryTake(out Func<ValueTask> work)
    {
        lock (_sync)
        {
            _running = _waiting.TryDequeue(out work!);
            _room?.TrySetResult();
            _room = null;
            return _running;
        }
    }
}
