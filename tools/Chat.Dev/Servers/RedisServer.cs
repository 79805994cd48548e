using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Chat.Dev.Processes;
using Chat.Dev.Workspace;

namespace Chat.Dev.Servers;

/// <summary>A Redis server as a child process, on a free port of 127.0.0.1, with a password and a snapshot in its folder at a clean stop.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    private readonly string _folder;
    private readonly string _password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly Signal _onOwnerDeath;
    private ChildProcess? _process;

    private RedisServer(string folder, Signal onOwnerDeath)
    {
        _folder = folder;
        _onOwnerDeath = onOwnerDeath;
    }

    /// <summary>The port on 127.0.0.1; stays the same over <see cref="KillAsync"/> and <see cref="RestartAsync"/>.</summary>
    public int Port { get; private set; }

    /// <summary>How StackExchange.Redis reaches it.</summary>
    public string ConnectionString => $"127.0.0.1:{Port},password={_password},abortConnect=false";

    /// <summary>Starts a server.</summary>
    /// <param name="folder">For its snapshot; made when missing.</param>
    /// <param name="onOwnerDeath"><see cref="Signal.Terminate"/> to save when this process dies, <see cref="Signal.Kill"/> for throw-away data.</param>
    /// <param name="cancellation">Ends the wait for it to be ready.</param>
    /// <exception cref="DevException">It is not installed, or did not become ready.</exception>
    public static async Task<RedisServer> StartAsync(string folder, Signal onOwnerDeath, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var server = new RedisServer(folder, onOwnerDeath) { Port = FreePort.Any() };
        await server.RestartAsync(cancellation).ConfigureAwait(false);
        return server;
    }

    /// <summary>Starts it again on the same folder and port, after <see cref="StopAsync"/> or <see cref="KillAsync"/>.</summary>
    /// <exception cref="DevException">It did not become ready.</exception>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        if (_process is { } last)
            await last.DisposeAsync().ConfigureAwait(false);
        // The settings go through standard input: a password in the arguments could be read by every account of the machine.
        _process = await ChildProcess.StartAsync(new ProcessSpec("redis-server", "-")
        {
            Folder = _folder,
            OnOwnerDeath = _onOwnerDeath,
            Input = $"bind 127.0.0.1\nport {Port}\ndir \"{_folder}\"\nrequirepass {_password}\nsave 300 1\ndaemonize no\n",
        }).ConfigureAwait(false);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartLimit);
        while (!await AnswersAsync(limit.Token).ConfigureAwait(false))
        {
            if (_process.HasExited || limit.IsCancellationRequested)
                throw new DevException($"Redis did not start in {_folder}.\n{_process.Tail}");
            await Task.Delay(20, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Saves and stops it.</summary>
    public async Task StopAsync()
    {
        if (_process is { } process)
            await process.StopAsync(Signal.Terminate, TimeSpan.FromSeconds(20)).ConfigureAwait(false);
    }

    /// <summary>Kills it as a crash would: all that was not in its last snapshot is gone.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
            await process.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Freezes the server: connections stay open and nothing answers, until <see cref="Thaw"/>.</summary>
    public void Freeze() => _process!.Send(Signal.Stop);

    /// <summary>Ends <see cref="Freeze"/>.</summary>
    public void Thaw() => _process!.Send(Signal.Continue);

    /// <summary>Stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        await KillAsync().ConfigureAwait(false);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port, cancellation).ConfigureAwait(false);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"AUTH {_password}\r\nPING\r\n")), cancellation).ConfigureAwait(false);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            return await reader.ReadLineAsync(cancellation).ConfigureAwait(false) == "+OK"
                && await reader.ReadLineAsync(cancellation).ConfigureAwait(false) == "+PONG";
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
