using System.Diagnostics;

namespace Chat.Specs;

/// <summary>Waits for something to become true, looking again and again, instead of sleeping for as long as it might take.</summary>
public static class Eventually
{
    /// <summary>How long anything in a test may take: 20 s, on a machine that is busy with other tests.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Returns when <paramref name="condition"/> holds.</summary>
    /// <param name="condition">Asked again and again.</param>
    /// <param name="what">What it says, for the failure.</param>
    /// <param name="within">For what takes long by its nature; <see cref="Limit"/> when null.</param>
    /// <exception cref="TimeoutException">It did not hold in time.</exception>
    public static async Task TrueAsync(Func<ValueTask<bool>> condition, string what, TimeSpan? within = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var limit = within ?? Limit;
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > limit)
                throw new TimeoutException($"Still not so after {limit.TotalSeconds} s: {what}");
            await Task.Delay(10);
        }
    }
}
