using System.CommandLine;
using System.Runtime.InteropServices;
using Chat.Dev.Bench;
using Chat.Dev.Doctor;
using Chat.Dev.Processes;
using Chat.Dev.Replay;
using Chat.Dev.Terminal;
using Chat.Dev.Test;
using Chat.Dev.Up;
using Chat.Dev.Workspace;

namespace Chat.Dev;

/// <summary>The program behind <c>dev.cs</c>. Exit codes: 0 good, 1 failed, 2 wrong use.</summary>
public static class DevProgram
{
    /// <summary>Runs one command until it ends, or until Ctrl+C, SIGTERM or the death of the parent stops it.</summary>
    /// <param name="workspace">The clone.</param>
    /// <param name="args">As typed.</param>
    public static async Task<int> RunAsync(ChatWorkspace workspace, string[] args)
    {
        var steps = new Steps(Screen.Create());
        var root = new RootCommand("Chat, from a clone: run it, test it, measure it.")
        {
            UpCommand.For(workspace, steps),
            TestCommand.For(workspace, steps),
            BenchCommand.For(workspace, steps),
            ReplayCommand.For(workspace, steps),
            DoctorCommand.For(workspace, steps),
        };
        root.HelpName = "./dev.cs";
        HelpWithExamples.Install(root);

        using var stop = new CancellationTokenSource();
        using var signals = new Signals(stop);
        var watch = ParentWatch.RunAsync(stop.Cancel, stop.Token);
        var code = await RunAsync(root.Parse(args), steps, stop.Token).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await watch.ConfigureAwait(false);
        return code;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Steps steps, CancellationToken stop)
    {
        try
        {
            // Stopping in order takes longer than the library would wait: signals are handled here, not by it.
            var code = await parsed.InvokeAsync(
                new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false }, stop).ConfigureAwait(false);
            return parsed.Errors.Count > 0 ? 2 : code;
        }
        catch (DevException e)
        {
            steps.Say($"[red]{e.Message}[/]");
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            steps.Say($"Stopped.");
            return 1;
        }
    }

    private sealed class Signals : IDisposable
    {
        private readonly PosixSignalRegistration[] _registrations;

        public Signals(CancellationTokenSource stop) => _registrations =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                stop.Cancel();
            })),
        ];

        public void Dispose() => Array.ForEach(_registrations, one => one.Dispose());
    }
}
