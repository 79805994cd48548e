using Chat.Core.Redis;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace Chat.Core.Log;

/// <summary>Hears the wake-ups of the other instances. It goes on trying while Redis is away; polling serves until then.</summary>
internal sealed class LogWakeSubscription(
    LogWake wake, IConnectionMultiplexer redis, RedisCalls calls, RedisKeys keys, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        void Hear(RedisChannel channel, RedisValue hint) => wake.Hear(hint);

        var subscriber = redis.GetSubscriber();
        while (true)
        {
            try
            {
                // Once made, the client library makes it again after every reconnect.
                await subscriber.SubscribeAsync(keys.LogWake, Hear).WaitAsync(calls.Limit, stoppingToken);
                return;
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                // Takes back the half that the library may have kept, so that the next try does not hear twice.
                _ = subscriber.UnsubscribeAsync(keys.LogWake, Hear, CommandFlags.FireAndForget);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }
}
