// Stands in for Microsoft.Azure.Functions.Worker.Extensions.Timer 4.3. Schedules are read by NCrontab, as in the real host. Where
// the real host keeps a schedule's status in blob storage, so that one instance runs it and a missed run is made up for after a
// restart, this one keeps it in memory: every process with the function runs it, and IsPastDue is always false.
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.Extensions.Timer;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker;

public sealed class TimerTriggerAttribute : TriggerBindingAttribute
{
    public TimerTriggerAttribute(string schedule)
    {
        Schedule = schedule;
        UseMonitor = true;
    }

    public string Schedule { get; private set; }

    public bool UseMonitor { get; set; }

    public bool RunOnStartup { get; set; }

    internal override TriggerListener CreateListener(IServiceProvider services)
    {
        var schedule = TimerSchedule.Parse(Schedule, services.GetRequiredService<IConfiguration>());
        return new TimerListener(schedule, UseMonitor, RunOnStartup, services.GetService<TimeProvider>() ?? TimeProvider.System);
    }
}
