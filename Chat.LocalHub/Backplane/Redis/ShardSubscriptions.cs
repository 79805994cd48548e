using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Chat.LocalHub.Backplane.Redis;

/// <summary>
/// Keeps this node subscribed to the shards in which it has groups. What is wanted is a count; one loop per shard brings Redis to
/// it, so that groups that come and go quickly cannot leave the two apart.
/// </summary>
internal sealed partial class ShardSubscriptions
{
    private readonly Shard[] _shards;
    private readonly ISubscriber _redis;
    private readonly BackplaneChannels _channels;
    private readonly Action<int, byte[]> _receive;
    private readonly ILogger _logger;

    /// <param name="redis">The connection.</param>
    /// <param name="channels">Names.</param>
    /// <param name="shards">How many there are.</param>
    /// <param name="receive">Gets the shard and each envelope.</param>
    /// <param name="logger">For failures.</param>
    public ShardSubscriptions(ISubscriber redis, BackplaneChannels channels, int shards, Action<int, byte[]> receive, ILogger logger)
    {
        _redis = redis;
        _channels = channels;
        _receive = receive;
        _logger = logger;
        _shards = [.. Enumerable.Range(0, shards).Select(index => new Shard(index))];
    }

    /// <summary>A group of the shard has its first member here. Does not wait.</summary>
    public void Occupy(int shard) => Change(_shards[shard], 1);

    /// <summary>A group of the shard lost its last member here. Does not wait.</summary>
    public void Vacate(int shard) => Change(_shards[shard], -1);

    /// <summary>Completes when Redis has taken the subscription.</summary>
    public Task WhenListeningAsync(int shard)
    {
        lock (_shards[shard].Sync)
            return _shards[shard].Listening.Task;
    }

    private void Change(Shard shard, int difference)
    {
        lock (shard.Sync)
        {
            shard.Groups += difference;
            if (shard.Running || shard.Groups > 0 == shard.Subscribed)
                return;

            shard.Running = true;
        }

        // On a thread of its own: the caller holds a lock of a group.
        _ = Task.Run(() => ReconcileAsync(shard));
    }

    private async Task ReconcileAsync(Shard shard)
    {
        while (Next(shard) is { } subscribe)
        {
            try
            {
                if (subscribe)
                    await _redis.SubscribeAsync(_channels.Shard(shard.Index), (_, envelope) => _receive(shard.Index, envelope!));
                else
                    await _redis.UnsubscribeAsync(_channels.Shard(shard.Index));
            }
            catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
            {
                // The client library remembers what was asked for and does it when the connection is back.
                LogLater(e, shard.Index);
            }

            lock (shard.Sync)
            {
                shard.Subscribed = subscribe;
                if (subscribe)
                    shard.Listening.TrySetResult();
                else
                    shard.Listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    // Whether to subscribe or to unsubscribe; null when all is as wanted.
    private static bool? Next(Shard shard)
    {
        lock (shard.Sync)
        {
            var wanted = shard.Groups > 0;
            shard.Running = wanted != shard.Subscribed;
            return shard.Running ? wanted : null;
        }
    }

    [LoggerMessage(4411, LogLevel.Debug, "The subscription of shard {Shard} waits for Redis.")]
    private partial void LogLater(Exception exception, int shard);

    private sealed class Shard(int index)
    {
        public int Index { get; } = index;

        public Lock Sync { get; } = new();

        public TaskCompletionSource Listening { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Groups { get; set; }

        public bool Subscribed { get; set; }

        public bool Running { get; set; }
    }
}
