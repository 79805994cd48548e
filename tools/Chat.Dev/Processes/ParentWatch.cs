using System.Runtime.InteropServices;

namespace Chat.Dev.Processes;

/// <summary>
/// Notices that the process that started this one has died. <c>./dev.cs</c> is two processes, <c>dotnet</c> and below it the program: when the
/// first is killed by SIGKILL the second hears nothing of it, and would go on without an owner.
/// </summary>
public static class ParentWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Calls <paramref name="orphaned"/> once when the parent has died; ends on cancellation.</summary>
    public static async Task RunAsync(Action orphaned, CancellationToken cancellation)
    {
        var parent = getppid();
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
            {
                if (getppid() == parent)
                    continue;
                orphaned();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends by itself.
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getppid();
}
