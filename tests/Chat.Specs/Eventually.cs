using System.Diagnostics;

namespace Chat.Specs;

/// <summary>Waits for something to become true, looking again and again, instead of sleeping for as long as it might take.</summary>
public static class Eventually
{
    /// <summary>How long anything in a test may take: 20 s, on a machine that is busy with other tests.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Returns when <paramref name="condition"/> holds.</summary>
    /// <exception cref="TimeoutException">It did not within <see cref="Limit"/>.</exception>
    public static async Task TrueAsync(Func<ValueTask<bool>> condition, string what)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Limit)
                throw new TimeoutException($"Still not so after {Limit.TotalSeconds} s: {what}");
            await Task.Delay(10);
        }
    }
}
