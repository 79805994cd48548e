using System.Buffers;
using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Chat.LocalHub.Backplane.Redis;

/// <summary>
/// Sends envelopes to Redis, pipelined and without waiting for replies. One thread at a time sends, so that each channel keeps its
/// order; what is added meanwhile leaves in the same envelope. When Redis takes nothing, what is on its way is bounded and the rest
/// is dropped: this node's connections have it already, and the others repair themselves from the log.
/// </summary>
internal sealed class Outgoing(ISubscriber redis, int maxBytes, HubMetrics metrics) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<OutgoingLane> _dirty = new();
    private int _scheduled;
    private long _bytes;

    public delegate void Write<T>(IBufferWriter<byte> output, in T item)
        where T : allows ref struct;

    /// <summary>Adds an item to a lane. Never blocks.</summary>
    public void Add<T>(OutgoingLane lane, in T item, Write<T> write)
        where T : allows ref struct
    {
        if (Interlocked.Read(ref _bytes) > maxBytes)
        {
            metrics.Dropped();
            return;
        }

        bool first;
        lock (lane.Sync)
        {
            var before = lane.Length;
            write(lane.Begin(), item);
            Interlocked.Add(ref _bytes, lane.Length - before);
            first = lane.MarkDirty();
        }

        if (!first)
            return;

        _dirty.Enqueue(lane);
        if (Interlocked.Exchange(ref _scheduled, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Sends one envelope outside of any order.</summary>
    public void SendNow(RedisChannel channel, byte[] envelope)
    {
        if (Interlocked.Add(ref _bytes, envelope.Length) > maxBytes)
        {
            Interlocked.Add(ref _bytes, -envelope.Length);
            metrics.Dropped();
        }
        else
            _ = PublishAsync(channel, envelope);
    }

    public void Execute()
    {
        do
        {
            while (_dirty.TryDequeue(out var lane))
                _ = PublishAsync(lane.Channel, lane.Take());
            Volatile.Write(ref _scheduled, 0);
        }
        while (!_dirty.IsEmpty && Interlocked.Exchange(ref _scheduled, 1) == 0);
    }

    private async Task PublishAsync(RedisChannel channel, byte[] envelope)
    {
        try
        {
            await redis.PublishAsync(channel, envelope);
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException or OperationCanceledException)
        {
            // Its own log would tell the same at every message while Redis is away; the state is logged where it changes.
            metrics.Dropped();
        }
        finally
        {
            Interlocked.Add(ref _bytes, -envelope.Length);
        }
    }
}
