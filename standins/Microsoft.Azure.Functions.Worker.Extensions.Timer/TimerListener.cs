using System.Globalization;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer;

/// <summary>
/// Fires on a schedule. The next run is planned when the one before has ended, so runs never overlap and none is caught up.
/// </summary>
internal sealed class TimerListener(TimerSchedule schedule, bool useMonitor, bool runOnStartup, TimeProvider clock) : TriggerListener
{
    private DateTime _last;

    public override Type InputType => typeof(TimerInfo);

    public override async Task ListenAsync(Invocation invoke, CancellationToken stopping)
    {
        var monitor = useMonitor && !schedule.IsFrequent(Now);
        if (runOnStartup)
            await FireAsync(invoke, monitor, stopping).ConfigureAwait(false);

        while (!stopping.IsCancellationRequested)
        {
            await WaitUntilAsync(schedule.Next(Now), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stopping.IsCancellationRequested)
                await FireAsync(invoke, monitor, stopping).ConfigureAwait(false);
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // A timer may fire a little early; fired early twice, a schedule would run twice.
    private async Task WaitUntilAsync(DateTime due, CancellationToken stopping)
    {
        while (due - Now is { } left && left > TimeSpan.Zero)
            await Task.Delay(left < MaxWait ? left + TimeSpan.FromMilliseconds(1) : MaxWait, clock, stopping).ConfigureAwait(false);
    }

    private async Task FireAsync(Invocation invoke, bool monitor, CancellationToken stopping)
    {
        var now = Now;
        var status = monitor ? new ScheduleStatus { Last = _last, Next = schedule.Next(now), LastUpdated = _last } : null;
        await invoke(
            new TimerInfo { ScheduleStatus = status },
            $"Timer fired at {now.ToString("o", CultureInfo.InvariantCulture)}",
            stopping).ConfigureAwait(false);
        _last = now;
    }

    // Task.Delay takes no more than about 49 days, and a clock that is set meanwhile is noticed.
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(1);
}
