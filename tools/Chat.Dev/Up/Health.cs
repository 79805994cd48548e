using System.Diagnostics;
using Chat.Dev.Processes;

namespace Chat.Dev.Up;

/// <summary>Waits for a service to answer.</summary>
public static class Health
{
    /// <summary>Asks <c>/health</c> until it answers 200.</summary>
    /// <exception cref="DevException">It did not within <paramref name="limit"/>, or <paramref name="owner"/> ended; the message holds its last lines.</exception>
    public static async Task WaitAsync(string url, ChildProcess owner, TimeSpan limit, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var clock = Stopwatch.StartNew();
        while (!await IsHealthyAsync(http, url, cancellation).ConfigureAwait(false))
        {
            if (owner.HasExited || clock.Elapsed > limit)
            {
                var what = owner.HasExited ? $"ended with {await owner.Exit.ConfigureAwait(false)}" : $"is not healthy after {limit.TotalSeconds:0} s";
                throw new DevException($"{owner.Spec} {what}.\n{owner.Tail}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<bool> IsHealthyAsync(HttpClient http, string url, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(url + "/health"), cancellation).ConfigureAwait(false);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}
