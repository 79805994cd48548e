using System.Text.RegularExpressions;
using Chat.Dev.Processes;
using Chat.Dev.Up;
using Chat.Dev.Workspace;

namespace Chat.Testing.Processes;

/// <summary>
/// The built <c>Chat.Api</c> as a process of its own, for tests that need several instances or kill one. The kernel kills it when the test process ends.
/// A project that uses it references Chat.Api without its assembly, so that it is built.
/// </summary>
public sealed partial class ApiProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly IReadOnlyDictionary<string, string?> _environment;
    private ChildProcess _process = null!;

    private ApiProcess(IReadOnlyDictionary<string, string?> environment) => _environment = environment;

    /// <summary>Where it listens; the same again after <see cref="RestartAsync"/>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>The system's number of it.</summary>
    public int ProcessId => _process.Id;

    /// <summary>What it wrote last.</summary>
    public string Tail => _process.Tail;

    /// <summary>Starts an instance on a free port and waits until <c>/health</c> answers.</summary>
    /// <param name="postgres">Connection string of a migrated database.</param>
    /// <param name="redis">Connection string.</param>
    /// <param name="settings">More environment variables: <c>Chat__Section__Key</c>.</param>
    public static async Task<ApiProcess> StartAsync(string postgres, string redis, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var api = new ApiProcess(new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["ConnectionStrings__chat"] = postgres,
            ["ConnectionStrings__redis"] = redis,
            ["ASPNETCORE_ENVIRONMENT"] = settings?.GetValueOrDefault("ASPNETCORE_ENVIRONMENT") ?? "Development",
        });
        await api.RestartAsync();
        return api;
    }

    /// <summary>Starts it again at the same address, after <see cref="StopAsync"/> or <see cref="KillAsync"/>.</summary>
    public async Task RestartAsync()
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var folder = ChatWorkspace.Containing(AppContext.BaseDirectory).At("Chat.Api", "bin", "Debug", "net10.0");
        _process = await ChildProcess.StartAsync(new ProcessSpec("dotnet", Path.Combine(folder, "Chat.Api.dll"))
        {
            Folder = folder,
            Environment = new Dictionary<string, string?>(_environment) { ["ASPNETCORE_URLS"] = Address.GetLeftPart(UriPartial.Authority) },
            Output = line =>
            {
                if (Listening().Match(line) is { Success: true } said)
                    listening.TrySetResult(new Uri(said.Groups[1].Value));
            },
        });
        if (await Task.WhenAny(listening.Task, _process.Exit, Task.Delay(StartLimit)) != listening.Task)
            throw new InvalidOperationException($"Chat.Api did not start.\n{_process.Tail}");
        Address = await listening.Task;
        await Health.WaitAsync(Address.GetLeftPart(UriPartial.Authority), _process, StartLimit, CancellationToken.None);
    }

    /// <summary>Asks it to stop, as an orchestrator does (SIGTERM), and waits.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> StopAsync() => _process.StopAsync(Signal.Terminate, TimeSpan.FromSeconds(40));

    /// <summary>Kills it as a crash would (SIGKILL), and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Send(Signal.Kill);
        await _process.Exit;
    }

    /// <summary>Freezes it (SIGSTOP): its sockets stay open and nothing answers.</summary>
    public void Freeze() => _process.Send(Signal.Stop);

    /// <summary>Ends <see cref="Freeze"/> (SIGCONT).</summary>
    public void Thaw() => _process.Send(Signal.Continue);

    /// <summary>Kills it if it still runs.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    [GeneratedRegex(@"Now listening on: (http://[^\s""\\]+)")]
    private static partial Regex Listening();
}
