using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Running;

/// <summary>
/// A process with all its children. It leads a session of its own, so that Ctrl+C in the terminal reaches the AppHost alone, which then
/// stops everything in an orderly way, and so that one signal reaches all of it: <c>npm</c> and the server that it started.
/// </summary>
internal sealed partial class ResourceProcess : IDisposable
{
    /// <summary>How long a process may take to end after SIGTERM.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>How long its last lines are waited for once it has ended: somebody else may hold the other end of the pipe.</summary>
    private static readonly TimeSpan LastLines = TimeSpan.FromSeconds(2);

    private const int Terminate = 15;
    private const int Kill = 9;

    private readonly Process _process;
    private readonly Task _output;

    private ResourceProcess(Process process, Action<string> line)
    {
        _process = process;
        _output = Task.WhenAll(PumpAsync(process.StandardOutput, line), PumpAsync(process.StandardError, line));
    }

    /// <summary>The process id, which is also that of its group.</summary>
    public int Id => _process.Id;

    public static ResourceProcess Start(ProcessPlan plan, Action<string> line)
    {
        // setsid makes the session and becomes the program, under the same process id.
        var start = new ProcessStartInfo("setsid", [plan.Command, .. plan.Args])
        {
            WorkingDirectory = plan.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Open and silent: some development servers end when their input does.
            RedirectStandardInput = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in plan.Environment)
            start.Environment[name] = value;
        return new ResourceProcess(Process.Start(start)!, line);
    }

    /// <summary>Waits until it has ended and what it left behind too.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        _ = Signal(-Id, Kill);
        await Task.WhenAny(_output, Task.Delay(LastLines, CancellationToken.None));
        return _process.ExitCode;
    }

    /// <summary>Asks it to end, and ends it after <see cref="Grace"/>.</summary>
    /// <returns>Whether it ended by itself.</returns>
    public async Task<bool> StopAsync()
    {
        _ = Signal(-Id, Terminate);
        using var grace = new CancellationTokenSource(Grace);
        try
        {
            await WaitAsync(grace.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            _ = Signal(-Id, Kill);
            await WaitAsync(CancellationToken.None);
            return false;
        }
    }

    public void Dispose() => _process.Dispose();

    private static async Task PumpAsync(StreamReader reader, Action<string> line)
    {
        while (await reader.ReadLineAsync() is { } text)
            line(text);
    }

    /// <summary>A negative id is a process group. That there is none any more is as good as having signalled it.</summary>
    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int id, int signal);
}
