using System.Buffers;

namespace Chat.LocalHub.Connections;

/// <summary>
/// What waits to be sent on one connection: references to frames that many connections share. One write is under way at a time and
/// takes everything that waits, up to a limit; whoever queues never waits. The queue is bounded in bytes here and in age by
/// <see cref="Heartbeat"/>, so that a client that does not read costs a known amount of memory for a known time.
/// </summary>
/// <param name="sink">Where the bytes go.</param>
/// <param name="limit">Bytes that may wait. A single frame may be larger when nothing else waits.</param>
/// <param name="clock">For the age of a write.</param>
internal sealed class Outbound(IConnectionSink sink, int limit, TimeProvider clock)
{
    private const int WriteBytes = 64 * 1024;

    private readonly Lock _sync = new();
    private Queue<ReadOnlyMemory<byte>>? _waiting;
    private TaskCompletionSource? _idle;
    private long _writeStarted;
    private int _waitingBytes;
    private bool _corked;
    private bool _writing;
    private bool _ended;

    /// <summary>Bytes that wait, without those being written.</summary>
    public int WaitingBytes => Volatile.Read(ref _waitingBytes);

    /// <summary>Queues a frame. False: too much waits already, and nothing was queued.</summary>
    public bool TryEnqueue(ReadOnlyMemory<byte> frame)
    {
        lock (_sync)
        {
            if (_ended)
                return true;
            if (_writing || _corked)
                return TryWait(frame);

            BeginWrite();
        }

        Write(frame, rented: null);
        return true;
    }

    /// <summary>Queues the last frame of the connection, whatever waits before it; later ones are dropped.</summary>
    public void EnqueueLast(ReadOnlyMemory<byte> frame)
    {
        lock (_sync)
        {
            if (_ended)
                return;

            _ended = true;
            _corked = false;
            Wait(frame);
            if (_writing)
                return;

            BeginWrite();
        }

        WriteWaiting();
    }

    /// <summary>Holds writes back until <see cref="Uncork"/>, so that all frames of one turn leave in one write.</summary>
    public void Cork()
    {
        lock (_sync)
            _corked = !_ended;
    }

    /// <summary>Sends what was held back.</summary>
    public void Uncork()
    {
        lock (_sync)
        {
            if (!_corked)
                return;

            _corked = false;
            if (_writing || _waitingBytes == 0)
                return;

            BeginWrite();
        }

        WriteWaiting();
    }

    /// <summary>How long the present write has been under way; zero when there is none.</summary>
    public TimeSpan WriteAge()
    {
        lock (_sync)
            return _writing ? clock.GetElapsedTime(_writeStarted) : TimeSpan.Zero;
    }

    /// <summary>Drops everything that waits, and everything to come.</summary>
    public void Discard()
    {
        lock (_sync)
        {
            _ended = true;
            _corked = false;
            _waiting = null;
            _waitingBytes = 0;
        }
    }

    /// <summary>Completes when nothing waits and nothing is being written.</summary>
    public Task WhenIdleAsync()
    {
        lock (_sync)
        {
            if (!_writing && _waitingBytes == 0)
                return Task.CompletedTask;

            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    private bool TryWait(ReadOnlyMemory<byte> frame)
    {
        if (_waitingBytes > 0 && _waitingBytes + frame.Length > limit)
            return false;

        Wait(frame);
        return true;
    }

    private void Wait(ReadOnlyMemory<byte> frame)
    {
        (_waiting ??= new Queue<ReadOnlyMemory<byte>>()).Enqueue(frame);
        _waitingBytes += frame.Length;
    }

    private void BeginWrite()
    {
        _writing = true;
        _writeStarted = clock.GetTimestamp();
    }

    private void WriteWaiting()
    {
        if (TryTakeWaiting(out var next, out var rented))
            Write(next, rented);
    }

    // A loop while writes complete at once, which is nearly always; an async method only for the write that does not.
    private void Write(ReadOnlyMemory<byte> bytes, byte[]? rented)
    {
        do
        {
            ValueTask write;
            try
            {
                write = sink.WriteAsync(bytes);
            }
            catch (Exception e) when (IsGone(e))
            {
                write = ValueTask.FromException(e);
            }

            if (!write.IsCompletedSuccessfully)
            {
                _ = WriteSlowlyAsync(write, rented);
                return;
            }

            Return(rented);
        }
        while (TryTakeWaiting(out bytes, out rented));
    }

    private async Task WriteSlowlyAsync(ValueTask write, byte[]? rented)
    {
        try
        {
            await write;
            Return(rented);
        }
        catch (Exception e) when (IsGone(e))
        {
            // The buffer is not given back: a write that failed may still hold it. The read loop sees the end too and cleans up.
            sink.Abort();
            Discard();
        }

        WriteWaiting();
    }

    private bool TryTakeWaiting(out ReadOnlyMemory<byte> bytes, out byte[]? rented)
    {
        rented = null;
        lock (_sync)
        {
            if (_waiting is not { Count: > 0 } || _corked)
            {
                bytes = default;
                _writing = false;
                _idle?.TrySetResult();
                return false;
            }

            bytes = _waiting.Dequeue();
            if (_waiting.TryPeek(out var second) && bytes.Length + second.Length <= WriteBytes)
                (bytes, rented) = Combine(bytes, _waiting);

            _waitingBytes -= bytes.Length;
            _writeStarted = clock.GetTimestamp();
            return true;
        }
    }

    private static (ReadOnlyMemory<byte> Bytes, byte[] Rented) Combine(ReadOnlyMemory<byte> first, Queue<ReadOnlyMemory<byte>> waiting)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(WriteBytes);
        first.CopyTo(buffer);
        var length = first.Length;
        while (waiting.TryPeek(out var next) && length + next.Length <= WriteBytes)
        {
            next.CopyTo(buffer.AsMemory(length));
            length += next.Length;
            waiting.Dequeue();
        }

        return (buffer.AsMemory(0, length), buffer);
    }

    private static bool IsGone(Exception exception) => exception is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException;

    private static void Return(byte[]? rented)
    {
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }
}
