namespace Chat.Dev.Processes;

/// <summary>How a program ended that was waited for.</summary>
/// <param name="ExitCode">0 by custom when all went well.</param>
/// <param name="Output">Standard output and standard error, in the order of arrival.</param>
public sealed record Outcome(int ExitCode, string Output)
{
    /// <summary>Whether the exit code is 0.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last 40 lines, where programs say why they failed.</summary>
    public string LastLines => string.Join('\n', Output.Split('\n').TakeLast(40));
}

/// <summary>Runs programs that end by themselves.</summary>
public static class RunToEnd
{
    /// <summary>Runs a program, collects what it writes and waits for its end; it is killed on cancellation.</summary>
    public static async Task<Outcome> OutcomeAsync(ProcessSpec spec, CancellationToken cancellation)
    {
        var lines = new List<string>();
        var also = spec.Output;
        await using var child = await ChildProcess.StartAsync(spec with
        {
            Output = line =>
            {
                lock (lines)
                    lines.Add(line);
                also?.Invoke(line);
            },
        }).ConfigureAwait(false);
        var code = await child.Exit.WaitAsync(cancellation).ConfigureAwait(false);
        await child.OutputEndAsync().ConfigureAwait(false);
        lock (lines)
            return new Outcome(code, string.Join('\n', lines));
    }

    /// <summary>As <see cref="OutcomeAsync"/>; anything but exit code 0 is an exception that carries what the program wrote.</summary>
    /// <exception cref="DevException">It failed, or is not there.</exception>
    public static async Task<string> OutputAsync(ProcessSpec spec, CancellationToken cancellation)
    {
        Outcome outcome;
        try
        {
            outcome = await OutcomeAsync(spec, cancellation).ConfigureAwait(false);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new DevException($"Cannot run {spec.Program}: {e.Message}.");
        }

        return outcome.Succeeded ? outcome.Output : throw new DevException($"{spec} ended with {outcome.ExitCode}.\n{outcome.Output}");
    }
}
