using Chat.Dev.Servers;
using Chat.Dev.Terminal;
using Chat.Dev.Tools;
using Chat.Dev.Workspace;

namespace Chat.Dev.Test;

/// <summary>What stands around the suites of a run: empty stores and a folder for results. Goes with the run.</summary>
internal sealed class TestSurroundings : IAsyncDisposable
{
    private readonly StorePair _stores;
    private readonly ServerFolder _folder;

    private TestSurroundings(StorePair stores, ServerFolder folder, TestRun run)
    {
        _stores = stores;
        _folder = folder;
        Run = run;
    }

    public TestRun Run { get; }

    public static async Task<TestSurroundings> StartAsync(
        ChatWorkspace workspace, PostgresOrigin origin, Steps steps, CancellationToken cancellation)
    {
        var results = workspace.InLocal("results");
        if (Directory.Exists(results))
            Directory.Delete(results, recursive: true);
        Directory.CreateDirectory(results);

        var requirements = new Requirements(workspace);
        var folder = ServerFolder.For(workspace, "test");
        if (Directory.Exists(folder.Path))
            Directory.Delete(folder.Path, recursive: true);
        StorePair? stores = null;
        await steps.RunAsync("Stores", async () =>
        {
            var redis = await requirements.Redis.EnsureAsync(cancellation).ConfigureAwait(false);
            var postgres = await requirements.PostgresAsync(origin, cancellation).ConfigureAwait(false);
            stores = await StorePair.StartAsync(
                postgres, folder with { Path = Path.Combine(folder.Path, "postgres") }, Path.Combine(folder.Path, "redis"), keep: false, cancellation).ConfigureAwait(false);
            return $"Postgres {postgres.Version} ({postgres.Origin}), Redis {redis}";
        }).ConfigureAwait(false);

        return new TestSurroundings(stores!, folder, new TestRun(workspace, results, stores!));
    }

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(_folder.Path, recursive: true);
    }
}
