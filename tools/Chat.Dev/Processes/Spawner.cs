using System.Collections.Concurrent;
using System.Diagnostics;

namespace Chat.Dev.Processes;

/// <summary>
/// Starts processes on one thread that lives as long as this process. Linux ties "tell me when my parent dies" to the parent's
/// thread: started from the thread pool, a child would be killed when that pool thread is retired, some idle seconds later.
/// </summary>
internal static class Spawner
{
    private static readonly BlockingCollection<(Process Process, TaskCompletionSource Started)> Requests = [];

    static Spawner() => new Thread(Work) { IsBackground = true, Name = "spawner" }.Start();

    /// <summary>Starts <paramref name="process"/>; fails as <see cref="Process.Start()"/> does.</summary>
    public static Task StartAsync(Process process)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Requests.Add((process, started));
        return started.Task;
    }

    private static void Work()
    {
        foreach (var (process, started) in Requests.GetConsumingEnumerable())
        {
            try
            {
                process.Start();
                started.SetResult();
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        }
    }
}
