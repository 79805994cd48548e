using System.Threading.RateLimiting;
using Chat.Core.Common;
using Chat.Core.Limits;
using Microsoft.Extensions.Options;

namespace Chat.Core.Messages;

/// <summary>How fast one user may send: a token bucket per user, in the memory of this instance. Idle buckets are thrown away.</summary>
public sealed class SendRates : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter;
    private readonly TimeSpan _period;

    /// <summary>Made once per process.</summary>
    public SendRates(IOptions<LimitOptions> options)
    {
        var limits = options.Value;
        _period = limits.SendsPerSecond == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(1.0 / limits.SendsPerSecond);
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.SendBurst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = _period == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : _period,
            AutoReplenishment = true,
            QueueLimit = 0,
        };
        _limiter = PartitionedRateLimiter.Create<string, string>(
            who => limits.SendsPerSecond == 0 ? RateLimitPartition.GetNoLimiter(who) : RateLimitPartition.GetTokenBucketLimiter(who, _ => bucket));
    }

    /// <summary>Lets one message through (null), or says <see cref="Errors.RateLimited"/>.</summary>
    public Error? Take(string who)
    {
        using var lease = _limiter.AttemptAcquire(who);
        if (lease.IsAcquired) return null;
        return Errors.RateLimited(lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : _period);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
