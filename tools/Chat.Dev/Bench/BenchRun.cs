using System.Globalization;
using System.Text.Json;
using Chat.Dev.Packages;
using Chat.Dev.Processes;
using Chat.Dev.Servers;
using Chat.Dev.Terminal;
using Chat.Dev.Tools;
using Chat.Dev.Up;
using Chat.Dev.Workspace;
using Spectre.Console;

namespace Chat.Dev.Bench;

/// <summary><c>./dev.cs bench</c>: an optimised build, empty stores with full durability, one API instance without rate limits, and a load program beside it.</summary>
internal sealed class BenchRun(ChatWorkspace workspace, BenchOptions options, Steps steps)
{
    private const string Configuration = "Release";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    /// <summary>The suites that there are.</summary>
    public static string[] Suites { get; } = ["send"];

    public async Task<int> RunAsync(CancellationToken stop)
    {
        await steps.RunAsync("Packages", async () => (await new PackageChoice(workspace).DecideAsync(options.Packages, stop).ConfigureAwait(false)).ToString()!).ConfigureAwait(false);
        await steps.RunAsync("Build", async () =>
        {
            foreach (var project in new[] { "Chat.Api", Path.Combine("bench", "Chat.Bench") })
            {
                var build = AppHost.BuildSpec(workspace, project);
                await RunToEnd.OutputAsync(build with { Arguments = [.. build.Arguments, "-c", Configuration] }, stop).ConfigureAwait(false);
            }

            return Configuration;
        }).ConfigureAwait(false);

        var folder = ServerFolder.For(workspace, "bench");
        if (Directory.Exists(folder.Path))
            Directory.Delete(folder.Path, recursive: true);
        await using var stores = await StartStoresAsync(folder, stop).ConfigureAwait(false);
        await using var api = await StartApiAsync(stores, stop).ConfigureAwait(false);

        var all = new Dictionary<string, IReadOnlyList<BenchFigure>>();
        foreach (var suite in options.Suites)
            all[suite] = await MeasureAsync(suite, api.Url, stores, stop).ConfigureAwait(false);
        if (options.Json is not null)
            await File.WriteAllTextAsync(options.Json.FullName, JsonSerializer.Serialize(all, DevJson.Default.DictionaryStringIReadOnlyListBenchFigure), stop).ConfigureAwait(false);
        return 0;
    }

    private async Task<StorePair> StartStoresAsync(ServerFolder folder, CancellationToken stop)
    {
        StorePair? stores = null;
        await steps.RunAsync("Stores", async () =>
        {
            var requirements = new Requirements(workspace);
            var redis = await requirements.Redis.EnsureAsync(stop).ConfigureAwait(false);
            var postgres = await requirements.PostgresAsync(default, stop).ConfigureAwait(false);
            stores = await StorePair.StartAsync(
                postgres, folder with { Path = Path.Combine(folder.Path, "postgres") }, Path.Combine(folder.Path, "redis"), keep: false, stop).ConfigureAwait(false);
            return $"Postgres {postgres.Version}, Redis {redis}";
        }).ConfigureAwait(false);
        return stores!;
    }

    private async Task<RunningInstance> StartApiAsync(StorePair stores, CancellationToken stop)
    {
        var url = $"http://127.0.0.1:{FreePort.Any().ToString(CultureInfo.InvariantCulture)}";
        var folder = workspace.At("Chat.Api", "bin", Configuration, "net10.0");
        var spec = new ProcessSpec("dotnet", Path.Combine(folder, "Chat.Api.dll"))
        {
            Folder = folder,
            Environment = new Dictionary<string, string?>
            {
                ["ASPNETCORE_URLS"] = url,
                ["ConnectionStrings__chat"] = stores.Postgres.ConnectionString(),
                ["ConnectionStrings__redis"] = stores.Redis.ConnectionString,
                ["Chat__Auth__Key"] = "a key for one run of the benchmark",
                ["Chat__Realtime__HubKey"] = "a hub key for one run of the benchmark",
                ["Chat__Limits__SendsPerSecond"] = "0",
                ["Chat__Limits__RoomsPerDay"] = "1000000",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        ChildProcess? process = null;
        await steps.RunAsync("Start", async () =>
        {
            await RunToEnd.OutputAsync(spec with { Arguments = [.. spec.Arguments, "migrate"] }, stop).ConfigureAwait(false);
            process = await ChildProcess.StartAsync(spec).ConfigureAwait(false);
            await Health.WaitAsync(url, process, StartLimit, stop).ConfigureAwait(false);
            return "1 API instance";
        }).ConfigureAwait(false);
        return new RunningInstance(process!, url);
    }

    private async Task<IReadOnlyList<BenchFigure>> MeasureAsync(string suite, string url, StorePair stores, CancellationToken stop)
    {
        var program = workspace.At("bench", "Chat.Bench", "bin", Configuration, "net10.0", "Chat.Bench.dll");
        var seconds = options.Seconds.ToString(CultureInfo.InvariantCulture);
        IReadOnlyList<BenchFigure> figures = [];
        await steps.RunAsync(suite, async () =>
        {
            var output = await RunToEnd.OutputAsync(
                new ProcessSpec("dotnet", program, suite, url, stores.Postgres.ConnectionString(), seconds), stop).ConfigureAwait(false);
            figures = JsonSerializer.Deserialize(output.TrimEnd().Split('\n')[^1], DevJson.Default.IReadOnlyListBenchFigure)!;
            return $"{figures.Count} figures";
        }).ConfigureAwait(false);

        var table = new Table().RoundedBorder().AddColumns("Measured", "Value", "Unit", "Ratio to the peer");
        foreach (var figure in figures)
            table.AddRow(Markup.Escape(figure.What), figure.Value.ToString("N1", CultureInfo.InvariantCulture), figure.Unit, figure.Ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "");
        steps.Console.Write(table);
        return figures;
    }

    private sealed record RunningInstance(ChildProcess Process, string Url) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Process.DisposeAsync();
    }
}
