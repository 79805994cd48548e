using System.Diagnostics;

namespace Chat.Dev.Processes;

/// <summary>
/// A process that this one started. It is the only way here to signal a process, so nobody else's can be hit: as long as it is
/// not reaped its id cannot be given to another, and once it has exited nothing is sent.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int TailLines = 40;

    private readonly Process _process;
    private readonly Queue<string> _tail = new();
    private readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _silence = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _openStreams = 2;
    private bool _disposed;

    private ChildProcess(ProcessSpec spec)
    {
        Spec = spec;
        var start = OwnerDeath.StartInfo(spec);
        start.WorkingDirectory = spec.Folder ?? "";
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var (name, value) in spec.Environment)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Exited += (_, _) => _exit.TrySetResult(_process.ExitCode);
    }

    /// <summary>What was started.</summary>
    public ProcessSpec Spec { get; }

    /// <summary>The system's number of it.</summary>
    public int Id { get; private set; }

    /// <summary>Completes with the exit code (128 + n after signal n) when the process itself has ended, whatever its own children do.</summary>
    public Task<int> Exit => _exit.Task;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _disposed || _process.HasExited;

    /// <summary>The last lines that it wrote, oldest first.</summary>
    public string Tail
    {
        get
        {
            lock (_tail)
                return string.Join('\n', _tail);
        }
    }

    /// <summary>Starts a process.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program is not there or may not be run.</exception>
    public static async Task<ChildProcess> StartAsync(ProcessSpec spec)
    {
        var child = new ChildProcess(spec);
        await Spawner.StartAsync(child._process).ConfigureAwait(false);
        child.Id = child._process.Id;
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        try
        {
            await child._process.StandardInput.WriteAsync(spec.Input).ConfigureAwait(false);
            child._process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code says why.
        }

        return child;
    }

    /// <summary>Sends a signal; does nothing when the process has ended.</summary>
    public void Send(Signal signal)
    {
        if (!HasExited)
            Posix.Send(Id, signal);
    }

    /// <summary>Sends a signal and waits for the end; after <paramref name="patience"/> the process is killed.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(Signal signal, TimeSpan patience)
    {
        Send(signal);
        Send(Signal.Continue);
        if (await Task.WhenAny(Exit, Task.Delay(patience)).ConfigureAwait(false) != Exit)
            Send(Signal.Kill);
        return await Exit.ConfigureAwait(false);
    }

    /// <summary>Waits until all that it wrote has been read; at most two seconds, since a child of its own may hold the streams open.</summary>
    public Task OutputEndAsync() => Task.WhenAny(_silence.Task, Task.Delay(TimeSpan.FromSeconds(2)));

    /// <summary>Kills it if it still runs, and with it what it started in its own process group.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        if (!HasExited && !(OperatingSystem.IsLinux() && Posix.Send(-Id, Signal.Kill)))
            Send(Signal.Kill);
        await Exit.ConfigureAwait(false);
        _disposed = true;
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            if (Interlocked.Decrement(ref _openStreams) == 0)
                _silence.TrySetResult();
            return;
        }

        lock (_tail)
        {
            if (_tail.Count == TailLines)
                _tail.Dequeue();
            _tail.Enqueue(line);
        }

        Spec.Output?.Invoke(line);
    }
}
