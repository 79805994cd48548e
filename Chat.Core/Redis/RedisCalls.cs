using StackExchange.Redis;

namespace Chat.Core.Redis;

/// <summary>
/// The way to Redis: every call ends within <see cref="Limit"/>, and every way in which Redis can be away is one exception.
/// StackExchange.Redis 1.x fails fast during an outage and 2.x queues; behind this class both look alike.
/// </summary>
public sealed class RedisCalls(IConnectionMultiplexer redis)
{
    /// <summary>How long one call may take, waiting for a connection included; default 500 ms.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Makes one call.</summary>
    /// <param name="call">Starts the call; must not wait by itself.</param>
    /// <param name="cancellation">Gives up waiting; the call itself may still happen.</param>
    /// <exception cref="RedisUnavailableException">Redis is away or too slow.</exception>
    public async ValueTask<T> CallAsync<T>(Func<IDatabase, Task<T>> call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            var answer = call(redis.GetDatabase());
            Observe(answer);
            return await answer.WaitAsync(Limit, cancellation);
        }
        catch (Exception failure) when (failure is RedisConnectionException or TimeoutException)
        {
            throw new RedisUnavailableException("Redis could not be reached.", failure);
        }
    }

    /// <summary>Runs a script; when Redis has forgotten it (restart, failover, SCRIPT FLUSH) once more.</summary>
    /// <param name="script">What to run.</param>
    /// <param name="keys">Its KEYS.</param>
    /// <param name="arguments">Its ARGV.</param>
    /// <param name="cancellation">Gives up waiting; the script itself may still run.</param>
    /// <exception cref="RedisUnavailableException">Redis is away or too slow.</exception>
    public async ValueTask<RedisResult> RunAsync(RedisScript script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(script);
        try
        {
            return await CallAsync(db => db.ScriptEvaluateAsync(script.Text, keys, arguments), cancellation);
        }
        catch (RedisServerException forgotten) when (forgotten.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            return await CallAsync(db => db.ScriptEvaluateAsync(script.Text, keys, arguments), cancellation);
        }
    }

    // A call that was given up may fail later, with nobody left to look.
    private static void Observe(Task call) =>
        call.ContinueWith(
            static failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
