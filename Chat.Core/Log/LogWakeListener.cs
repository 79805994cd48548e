namespace Chat.Core.Log;

/// <summary>One who waits for news of some partitions (<see cref="LogWake.Listen"/>).</summary>
public sealed class LogWakeListener : IDisposable
{
    private readonly LogWake _wake;
    private readonly SemaphoreSlim _signal = new(0, 1);
    private ulong _partitions;
    private int _woken;

    internal LogWakeListener(LogWake wake, ulong partitions) => (_wake, _partitions) = (wake, partitions);

    /// <summary>Listens to another set from now on.</summary>
    public void Follow(ulong partitions) => Interlocked.Exchange(ref _partitions, partitions);

    /// <summary>
    /// Returns at the next wake-up, or at once when there was one since the last call, or after <paramref name="atMost"/>: the news is
    /// read from the log in every case.
    /// </summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        await _signal.WaitAsync(atMost, cancellation);
        Interlocked.Exchange(ref _woken, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _wake.Forget(this);
        _signal.Dispose();
    }

    // Called under LogWake's lock, as is Forget: a listener that was disposed of is never woken.
    internal void Wake(ulong partitions)
    {
        if ((Interlocked.Read(ref _partitions) & partitions) == 0) return;
        if (Interlocked.Exchange(ref _woken, 1) == 0) _signal.Release();
    }
}
