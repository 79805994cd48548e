using System.Buffers.Binary;
using Chat.Core.Redis;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Chat.Core.Log;

/// <summary>
/// Says that rooms of some partitions have something new. Only a hint: it may be lost, doubled or late, and whoever waits for it also
/// looks from time to time. In this process it is a signal; to the other instances it goes through Redis, while Redis is there.
/// </summary>
public sealed partial class LogWake(RedisCalls redis, RedisKeys keys, ILogger<LogWake> logger)
{
    private readonly Lock _lock = new();
    private readonly List<LogWakeListener> _listeners = [];
    private ulong _unsent;

    /// <summary>Tells everybody who listens to the partition, here and on the other instances.</summary>
    public void Signal(short partition) => Signal(Partitions.Mask(partition));

    /// <summary>Tells everybody who listens to one of the partitions, here and on the other instances.</summary>
    /// <param name="partitions">A set of partitions (<see cref="Partitions.Mask"/>).</param>
    public void Signal(ulong partitions)
    {
        Wake(partitions);
        // One publish is on its way at a time; what comes meanwhile goes with the next one.
        if (Interlocked.Or(ref _unsent, partitions) == 0) _ = PublishAsync();
    }

    /// <summary>Listens to a set of partitions until the listener is disposed of.</summary>
    public LogWakeListener Listen(ulong partitions)
    {
        var listener = new LogWakeListener(this, partitions);
        lock (_lock) _listeners.Add(listener);
        return listener;
    }

    internal void Forget(LogWakeListener listener)
    {
        lock (_lock) _listeners.Remove(listener);
    }

    internal void Hear(RedisValue hint)
    {
        var bytes = (byte[]?)hint;
        if (bytes?.Length == sizeof(ulong)) Wake(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
    }

    private void Wake(ulong partitions)
    {
        lock (_lock)
        {
            foreach (var listener in _listeners) listener.Wake(partitions);
        }
    }

    private async Task PublishAsync()
    {
        await Task.Yield();
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Interlocked.Exchange(ref _unsent, 0));
        try
        {
            await redis.CallAsync(db => db.PublishAsync(keys.LogWake, bytes), CancellationToken.None);
        }
        catch (Exception exception) when (exception is RedisUnavailableException or ObjectDisposedException)
        {
            HintNotSent(logger, exception.GetType().Name);
        }
    }

    [LoggerMessage(1100, LogLevel.Debug, "A wake-up did not reach Redis ({Reason}); polling finds the news.")]
    private static partial void HintNotSent(ILogger logger, string reason);
}
