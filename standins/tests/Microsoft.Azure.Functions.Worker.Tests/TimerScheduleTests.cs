using System.Globalization;
using Microsoft.Azure.Functions.Worker.Extensions.Timer;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Tests;

public sealed class TimerScheduleTests
{
    private static readonly IConfiguration Settings =
        new ConfigurationBuilder().AddInMemoryCollection([new("Often", "*/5 * * * * *"), new("Empty", "")]).Build();

    [Theory]
    [InlineData("0/15 * * * * *", "2026-11-21T10:00:14", "2026-11-21T10:00:15")]
    [InlineData("0/15 * * * * *", "2026-11-21T10:00:15", "2026-11-21T10:00:30")]
    [InlineData("0 30 9 * * Mon-Fri", "2026-11-20T09:30:00", "2026-11-23T09:30:00")]
    [InlineData("*/2 * * * *", "2026-11-21T10:00:00", "2026-11-21T10:02:00")]
    [InlineData("00:01:30", "2026-11-21T10:00:00", "2026-11-21T10:01:30")]
    [InlineData("%Often%", "2026-11-21T10:00:00", "2026-11-21T10:00:05")]
    public void The_next_time_is_the_first_after(string schedule, string after, string next) =>
        TimerSchedule.Parse(schedule, Settings).Next(Time(after)).ShouldBe(Time(next));

    [Theory]
    [InlineData("every minute")]
    [InlineData("61 * * * * *")]
    [InlineData("00:00:00")]
    public void What_is_no_schedule_is_refused(string schedule) =>
        Should.Throw<ArgumentException>(() => TimerSchedule.Parse(schedule, Settings));

    [Theory]
    [InlineData("%Missing%")]
    [InlineData("%Empty%")]
    public void A_setting_that_is_not_set_is_refused(string schedule) =>
        Should.Throw<InvalidOperationException>(() => TimerSchedule.Parse(schedule, Settings)).Message.ShouldContain("does not resolve");

    [Theory]
    [InlineData("0/15 * * * * *", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("00:00:59", true)]
    public void A_schedule_is_frequent_when_it_fires_more_than_once_a_minute(string schedule, bool frequent) =>
        TimerSchedule.Parse(schedule, Settings).IsFrequent(Time("2026-11-21T10:00:00")).ShouldBe(frequent);

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
