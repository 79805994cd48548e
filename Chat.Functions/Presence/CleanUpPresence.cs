using Chat.Core.Presence;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Chat.Functions.Presence;

/// <summary>
/// Ends the leases of connections whose process was killed: nobody renews them, and no disconnect was ever told. It may run twice
/// at once and be cut off anywhere: each lease is ended by one run, and what is left is the next one's.
/// </summary>
public sealed partial class CleanUpPresence(PresenceLeases leases, ILogger<CleanUpPresence> logger)
{
    private const int Batch = 200;

    /// <summary>Runs every 15 s, a round of the hub's renewals.</summary>
    /// <param name="timer">Whether the run is late.</param>
    /// <param name="cancellation">The host stops.</param>
    /// <exception cref="Chat.Core.Redis.RedisUnavailableException">Redis is away; the next run does what this one could not.</exception>
    [Function(nameof(CleanUpPresence))]
    public async Task RunAsync([TimerTrigger("0/15 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (timer.IsPastDue) LogLate();
        var (ended, offline) = (0, 0);
        IReadOnlyList<EndedLease> swept;
        do
        {
            swept = await leases.SweepAsync(Batch, cancellation);
            ended += swept.Count;
            offline += swept.Count(lease => lease.WasLast);
        }
        while (swept.Count == Batch);

        if (ended > 0) LogEnded(ended, offline);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ended {Ended} leases that nobody renewed; {Offline} users went offline with them")]
    private partial void LogEnded(int ended, int offline);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A clean-up of presence was missed; ended leases were kept for longer")]
    private partial void LogLate();
}
