using System.Globalization;
using Chat.Core.Redis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Chat.Core.Presence;

/// <summary>
/// Live leases in Redis, one per connection: who is online is whoever has one that has not run out. Losing all of Redis loses
/// nothing for longer than one round of renewals. Every method throws <see cref="RedisUnavailableException"/> when Redis is away.
/// </summary>
public sealed class PresenceLeases(RedisCalls redis, RedisKeys keys, IOptions<PresenceOptions> settings)
{
    // A script holds all of Redis while it runs; a few hundred leases take well under a millisecond.
    private const int Batch = 256;

    private static readonly RedisScript RenewScript = RedisScript.Embedded<PresenceLeases>("Renew");
    private static readonly RedisScript EndScript = RedisScript.Embedded<PresenceLeases>("End");
    private static readonly RedisScript SweepScript = RedisScript.Embedded<PresenceLeases>("Sweep");
    private static readonly RedisScript OnlineScript = RedisScript.Embedded<PresenceLeases>("Online");

    /// <summary>Holds one lease for another <see cref="PresenceOptions.Lease"/>, making it when there is none.</summary>
    public async ValueTask<Renewal> TouchAsync(Lease lease, CancellationToken cancellation) =>
        (await RenewAsync([new Heartbeat(lease, TimeSpan.Zero)], cancellation))[0];

    /// <summary>Holds many leases; the answers are in the same order.</summary>
    public async ValueTask<IReadOnlyList<Renewal>> RenewAsync(IReadOnlyCollection<Heartbeat> heard, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(heard);
        var answers = new List<Renewal>(heard.Count);
        foreach (var batch in heard.Chunk(Batch))
        {
            RedisValue[] arguments = [keys.PresenceUserStem, (long)settings.Value.Lease.TotalMilliseconds, .. batch.SelectMany(Arguments)];
            var renewed = Rows(await redis.RunAsync(RenewScript, [keys.PresenceExpiry], arguments, cancellation));
            answers.AddRange(renewed.Select(answer => (Renewal)(int)answer));
        }

        return answers;
    }

    /// <summary>
    /// Ends a lease at once. Null when there is nothing to end: it ended before, or a newer epoch holds it.
    /// </summary>
    public async ValueTask<EndedLease?> EndAsync(Lease lease, CancellationToken cancellation)
    {
        RedisKey[] touched = [keys.PresenceExpiry, keys.PresenceUser(lease.UserId)];
        var answer = (int)await redis.RunAsync(EndScript, touched, [.. Arguments(lease)], cancellation);
        return answer == 0 ? null : new EndedLease(lease, WasLast: answer == 2);
    }

    /// <summary>
    /// Ends leases that ran out and hands them over. However many callers sweep at once, each lease goes to exactly one of them.
    /// </summary>
    /// <param name="limit">How many at most; call again while as many come back.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async ValueTask<IReadOnlyList<EndedLease>> SweepAsync(int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        RedisValue[] arguments = [keys.PresenceUserStem, Math.Min(limit, Batch)];
        var swept = Rows(await redis.RunAsync(SweepScript, [keys.PresenceExpiry], arguments, cancellation));
        return [.. swept.Chunk(4).Select(ended => new EndedLease(
            new Lease(Guid.Parse((string?)ended[0] ?? ""), (string?)ended[1] ?? "", (long)ended[2]), WasLast: (int)ended[3] == 1))];
    }

    /// <summary>Those of <paramref name="userIds"/> that are online.</summary>
    public async ValueTask<IReadOnlySet<Guid>> GetOnlineAsync(IReadOnlyCollection<Guid> userIds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        var online = new HashSet<Guid>();
        foreach (var batch in userIds.Chunk(Batch))
        {
            var answers = Rows(await redis.RunAsync(OnlineScript, [.. batch.Select(keys.PresenceUser)], [], cancellation));
            online.UnionWith(batch.Where((_, i) => (int)answers[i] == 1));
        }

        return online;
    }

    private static RedisResult[] Rows(RedisResult answer) => (RedisResult[]?)answer ?? [];

    private static RedisValue[] Arguments(Heartbeat heard) => [.. Arguments(heard.Lease), (long)heard.Silence.TotalMilliseconds];

    private static RedisValue[] Arguments(Lease lease) =>
        [lease.UserId.ToString("D", CultureInfo.InvariantCulture), lease.ConnectionId, lease.Epoch];
}
