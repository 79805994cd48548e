using System.Security.Cryptography;
using Chat.Dev.Processes;
using Chat.Dev.Workspace;

namespace Chat.Dev.Servers;

/// <summary>
/// A Postgres server as a child process, on a free port of 127.0.0.1, with a password. It always runs with durable settings (fsync and
/// synchronous_commit on): what is measured and killed here is what runs in production.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "chat";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly PostgresInstallation _installation;
    private readonly ServerFolder _folder;
    private readonly Signal _onOwnerDeath;
    private ChildProcess? _process;

    private PostgresServer(PostgresInstallation installation, ServerFolder folder, Signal onOwnerDeath)
    {
        _installation = installation;
        _folder = folder;
        _onOwnerDeath = onOwnerDeath;
    }

    /// <summary>The port on 127.0.0.1; stays the same over <see cref="KillAsync"/> and <see cref="RestartAsync"/>.</summary>
    public int Port { get; private set; }

    private string Data => Path.Combine(_folder.Path, "data");

    /// <summary>Starts a server on a data folder, which is made on first use together with the empty database <c>chat</c>.</summary>
    /// <param name="installation">The programs.</param>
    /// <param name="folder">Where its files are, and the account it runs under.</param>
    /// <param name="onOwnerDeath"><see cref="Signal.Interrupt"/> to shut down cleanly when this process dies, <see cref="Signal.Kill"/> for throw-away data.</param>
    /// <param name="cancellation">Ends the wait for it to be ready.</param>
    /// <exception cref="DevException">It did not become ready; the message holds its last lines.</exception>
    public static async Task<PostgresServer> StartAsync(
        PostgresInstallation installation, ServerFolder folder, Signal onOwnerDeath, CancellationToken cancellation)
    {
        var server = new PostgresServer(installation, folder, onOwnerDeath);
        await server.CreateDataAsync(cancellation).ConfigureAwait(false);
        server.Port = FreePort.Any();
        await server.RestartAsync(cancellation).ConfigureAwait(false);
        return server;
    }

    /// <summary>How Npgsql reaches a database of this server, as its owner.</summary>
    public string ConnectionString(string database = "chat") =>
        $"Host=127.0.0.1;Port={Port};Username={User};Password={File.ReadAllText(PasswordFile)};Database={database}";

    /// <summary>Starts it again on the same data and port, after <see cref="StopAsync"/> or <see cref="KillAsync"/>.</summary>
    /// <exception cref="DevException">It did not become ready.</exception>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartLimit);
        while (!await TryStartAsync(limit.Token).ConfigureAwait(false))
        {
            // After a kill its backends may still hold the shared memory for a moment; a port may have been taken meanwhile.
            if (limit.IsCancellationRequested)
                throw new DevException($"Postgres did not start in {_folder.Path}.\n{_process?.Tail}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Shuts it down: sessions are ended, data is checkpointed.</summary>
    public async Task StopAsync()
    {
        if (_process is { } process)
            await process.StopAsync(Signal.Interrupt, TimeSpan.FromSeconds(30)).ConfigureAwait(false);
    }

    /// <summary>Kills the postmaster as a crash would; its backends end by themselves. <see cref="RestartAsync"/> recovers from the log.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
            await process.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Freezes the server: connections stay open and nothing answers, until <see cref="Thaw"/>.</summary>
    public void Freeze() => ProcessTree.Send(_process!, Signal.Stop);

    /// <summary>Ends <see cref="Freeze"/>.</summary>
    public void Thaw() => ProcessTree.Send(_process!, Signal.Continue);

    /// <summary>Stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        if (_process is { } process)
            await process.DisposeAsync().ConfigureAwait(false);
    }

    private string PasswordFile => Path.Combine(_folder.Path, "password");

    private async Task CreateDataAsync(CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(Data, "PG_VERSION")))
            return;
        Directory.CreateDirectory(_folder.Path);
        await File.WriteAllTextAsync(PasswordFile, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), cancellation).ConfigureAwait(false);
        if (_folder.Account is { } account)
            await RunToEnd.OutputAsync(new ProcessSpec("chown", "-R", account, _folder.Path), cancellation).ConfigureAwait(false);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        // Made under another name and renamed, so that a half-made folder is never taken for a whole one.
        var making = Data + ".part";
        if (Directory.Exists(making))
            Directory.Delete(making, recursive: true);
        var locale = OperatingSystem.IsLinux() ? "C.UTF-8" : "C";
        await RunToEnd.OutputAsync(AsAccount(_installation.Program("initdb"),
            "-D", making, "-U", User, "--pwfile", PasswordFile, "-A", "scram-sha-256", "-E", "UTF8", $"--locale={locale}"), cancellation).ConfigureAwait(false);
        await RunToEnd.OutputAsync(
            AsAccount(_installation.Program("postgres"), "--single", "-D", making, "postgres") with { Input = "CREATE DATABASE chat\n" }, cancellation).ConfigureAwait(false);
        Directory.Move(making, Data);
    }

    private async Task<bool> TryStartAsync(CancellationToken cancellation)
    {
        if (_process is { } last)
            await last.DisposeAsync().ConfigureAwait(false);
        _process = await ChildProcess.StartAsync(AsAccount(_installation.Program("postgres"),
            "-D", Data, "-p", Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=500",
            "-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "full_page_writes=on")).ConfigureAwait(false);
        while (!cancellation.IsCancellationRequested)
        {
            if (_process.HasExited)
                return false;
            if (IsReady(_process.Id))
                return true;
            await Task.WhenAny(_process.Exit, Task.Delay(20, CancellationToken.None)).ConfigureAwait(false);
        }

        return false;
    }

    // What pg_ctl looks at: line 1 is the process, line 8 says "ready" once connections are let in.
    private bool IsReady(int processId)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(Data, "postmaster.pid")) is [var id, _, _, _, _, _, _, var state, ..]
                && int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) == processId
                && state.StartsWith("ready", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private ProcessSpec AsAccount(string program, params string[] arguments) => new(program, arguments)
    {
        Account = _folder.Account,
        Folder = _folder.Path,
        OnOwnerDeath = _onOwnerDeath,
        Environment = new Dictionary<string, string?> { ["LC_ALL"] = "C", ["PGDATA"] = null, ["PGPORT"] = null },
    };
}
