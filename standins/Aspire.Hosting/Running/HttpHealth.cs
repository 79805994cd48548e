using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Asks a resource whether it is healthy until it is.</summary>
internal static class HttpHealth
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <param name="check">What is asked.</param>
    /// <param name="stillWaiting">Told the last answer every 15 s.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public static async Task WaitAsync(HttpHealthAnnotation check, Action<string> stillWaiting, CancellationToken cancellation)
    {
        var url = new Uri(new Uri(check.Endpoint.Url), check.Path);
        using var pause = new PeriodicTimer(Pause);
        var next = DateTime.UtcNow + Patience;
        while (await AskAsync(url, check.StatusCode, cancellation) is { } answer)
        {
            if (DateTime.UtcNow >= next)
            {
                stillWaiting($"{url} {answer}");
                next += Patience;
            }

            await pause.WaitForNextTickAsync(cancellation);
        }
    }

    /// <returns>Null when healthy, otherwise what came instead.</returns>
    private static async Task<string?> AskAsync(Uri url, int expected, CancellationToken cancellation)
    {
        try
        {
            using var answer = await Client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return (int)answer.StatusCode == expected ? null : $"answers {(int)answer.StatusCode}";
        }
        catch (HttpRequestException e)
        {
            return $"does not answer: {e.Message}";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "does not answer in time";
        }
    }
}
