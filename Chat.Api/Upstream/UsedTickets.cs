using System.Collections.Concurrent;
using Chat.Core.Redis;
using StackExchange.Redis;

namespace Chat.Api.Upstream;

/// <summary>
/// Lets a ticket in once. Redis remembers for all instances; while it is away each instance remembers alone, which is weaker
/// and lets people in.
/// </summary>
internal sealed partial class UsedTickets(RedisCalls redis, RedisKeys keys, TimeProvider clock, ILogger<UsedTickets> logger)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _here = new();
    private DateTimeOffset _nextPruning;

    /// <summary>Whether this is the ticket's first use.</summary>
    public async ValueTask<bool> TryUseAsync(SocketTicket ticket, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        Prune(now);
        if (!_here.TryAdd(ticket.TokenId, ticket.ExpiresAt)) return false;

        try
        {
            // A little longer than the ticket lives, as clocks differ.
            var remembered = ticket.ExpiresAt - now + TimeSpan.FromSeconds(60);
            return await redis.CallAsync(
                db => db.StringSetAsync(keys.UsedSocketToken(ticket.TokenId), "", remembered, When.NotExists), cancellation);
        }
        catch (RedisUnavailableException away)
        {
            LogRedisAway(away);
            return true;
        }
    }

    private void Prune(DateTimeOffset now)
    {
        if (now < _nextPruning) return;

        _nextPruning = now + TimeSpan.FromSeconds(10);
        foreach (var (id, expiresAt) in _here)
        {
            if (expiresAt + TimeSpan.FromSeconds(60) < now) _here.TryRemove(id, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is away: whether a socket ticket was used before is known to this instance alone")]
    private partial void LogRedisAway(Exception away);
}
