using System.Diagnostics;

namespace Chat.Bench;

/// <summary>Closed-loop load: each worker does one thing after the other for as long as the measurement lasts.</summary>
internal static class Load
{
    /// <summary>How often a second all workers together did it, the warm-up left out.</summary>
    public static async Task<double> RateAsync(int workers, TimeSpan duration, Func<int, Task> once)
    {
        var warm = duration / 4;
        var clock = Stopwatch.StartNew();
        long done = 0;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(async worker =>
        {
            await Task.Yield();
            while (clock.Elapsed < warm + duration)
            {
                await once(worker);
                if (clock.Elapsed >= warm) Interlocked.Increment(ref done);
            }
        }));
        return done / duration.TotalSeconds;
    }

    /// <summary>The value below which a share of all lies.</summary>
    public static double Percentile(List<double> values, double share)
    {
        values.Sort();
        return values[Math.Min(values.Count - 1, (int)(values.Count * share))];
    }
}
