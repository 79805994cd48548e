using System.Globalization;
using Microsoft.Extensions.Configuration;
using NCrontab;

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer;

/// <summary>
/// When a timer fires, in UTC: a crontab expression of six fields (seconds first) or of five, or a time span. <c>%Name%</c> is
/// replaced by that setting.
/// </summary>
internal abstract class TimerSchedule
{
    /// <summary>The first time after another.</summary>
    public abstract DateTime Next(DateTime after);

    /// <summary>Whether it fires more than once a minute; the real host then keeps no status.</summary>
    public bool IsFrequent(DateTime now)
    {
        for (var (i, at) = (0, Next(now)); i < 10; i++)
        {
            var next = Next(at);
            if (next - at < TimeSpan.FromMinutes(1))
                return true;
            at = next;
        }

        return false;
    }

    public static TimerSchedule Parse(string text, IConfiguration configuration)
    {
        var resolved = Resolve(text, configuration).Trim();
        var fields = resolved.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
        if (fields is 5 or 6 && CrontabSchedule.TryParse(resolved, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 }) is { } crontab)
            return new Crontab(crontab);
        if (fields == 1 && TimeSpan.TryParse(resolved, CultureInfo.InvariantCulture, out var period) && period > TimeSpan.Zero)
            return new Constant(period);
        throw new ArgumentException($"The schedule expression '{text}' was not recognized as a valid cron expression or timespan string.");
    }

    private static string Resolve(string text, IConfiguration configuration)
    {
        if (text is not ['%', .. var name, '%'])
            return text;
        return configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"'%{name}%' does not resolve to a value.");
    }

    private sealed class Crontab(CrontabSchedule schedule) : TimerSchedule
    {
        public override DateTime Next(DateTime after) => schedule.GetNextOccurrence(after);
    }

    private sealed class Constant(TimeSpan period) : TimerSchedule
    {
        public override DateTime Next(DateTime after) => after + period;
    }
}
