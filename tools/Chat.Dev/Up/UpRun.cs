using Chat.Dev.Packages;
using Chat.Dev.Processes;
using Chat.Dev.Servers;
using Chat.Dev.Terminal;
using Chat.Dev.Tools;
using Chat.Dev.Workspace;
using Spectre.Console;

namespace Chat.Dev.Up;

/// <summary>
/// <c>./dev.cs up</c>: prepares, starts, waits until the application answers, and stops in the opposite order what it started.
/// </summary>
public sealed class UpRun(ChatWorkspace workspace, UpOptions options, Steps steps)
{
    // Where Vite serves the client with --watch, or the next free one.
    private const int WebPort = 5173;

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    /// <summary>Runs until <paramref name="stop"/> or until the AppHost ends by itself.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="DevException">Something is missing or does not start; the message says what.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using var claim = RunningUp.Claim(workspace);
        var data = new LocalData(workspace);
        if (options.Fresh)
            data.Delete();

        var packages = await PrepareAsync(stop).ConfigureAwait(false);
        await using var stores = await StartStoresAsync(data, packages, stop).ConfigureAwait(false);
        await steps.RunAsync("Build", async () =>
        {
            await AppHost.BuildAsync(workspace, stop).ConfigureAwait(false);
            return options.Watch ? "services" : "services; web client " + await WebClient.BuildAsync(workspace, stop).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return await ServeAsync(stores, stop).ConfigureAwait(false);
    }

    private async Task<PackageSet> PrepareAsync(CancellationToken stop)
    {
        var set = PackageSet.Real;
        await steps.RunAsync("Packages", async () =>
        {
            var decision = await new PackageChoice(workspace).DecideAsync(options.Packages, stop).ConfigureAwait(false);
            set = decision.Set;
            return decision.ToString();
        }).ConfigureAwait(false);

        var requirements = new Requirements(workspace);
        foreach (var one in (Requirement[])[Requirements.DotNet, Requirements.Node, requirements.NpmFolder(workspace.Web)])
            await steps.RunAsync(one.Name, () => one.EnsureAsync(stop)).ConfigureAwait(false);
        return set;
    }

    // With real packages and a container engine the AppHost itself runs the stores in containers.
    private async Task<StorePair?> StartStoresAsync(LocalData data, PackageSet packages, CancellationToken stop)
    {
        if (packages == PackageSet.Real && options.Postgres is null && await ContainerEngine.FindAsync(stop).ConfigureAwait(false) is { } engine)
        {
            steps.Say($"[green]✓[/] Stores       containers of the AppHost, with {engine}");
            return null;
        }

        var requirements = new Requirements(workspace);
        StorePair? stores = null;
        await steps.RunAsync("Stores", async () =>
        {
            var redis = await requirements.Redis.EnsureAsync(stop).ConfigureAwait(false);
            var postgres = await requirements.PostgresAsync(options.Postgres ?? PostgresOrigin.Npm, stop).ConfigureAwait(false);
            stores = await StorePair.StartAsync(postgres, data.Postgres(postgres), data.Redis, keep: true, stop).ConfigureAwait(false);
            return $"Postgres {postgres.Version} ({postgres.Origin}) on port {stores.Postgres.Port}, Redis {redis} on port {stores.Redis.Port}";
        }).ConfigureAwait(false);
        return stores;
    }

    private async Task<int> ServeAsync(StorePair? stores, CancellationToken stop)
    {
        var port = FreePort.Run(options.Port, options.Instances);
        string[] urls = [.. Enumerable.Range(port, options.Instances).Select(each => $"http://localhost:{each}")];
        var settings = new AppHostSettings(port, options.Instances, options.Watch ? FreePort.From(WebPort) : null);
        using var log = new UpLog(workspace.InLocal("logs", "up.log"), steps.Console);
        using var sources = options.Watch ? new SourceWatch(workspace) : null;
        try
        {
            for (var first = true; ; first = false)
            {
                await using var host = await AppHost.StartAsync(workspace, settings, stores, log.Take).ConfigureAwait(false);
                try
                {
                    await StartedAsync(host, urls, stop).ConfigureAwait(false);
                    if (first)
                    {
                        new RunningUp(Environment.ProcessId, urls).Announce(workspace);
                        Welcome.Print(steps, urls, settings.WebPort);
                        log.Show();
                    }

                    await UntilRebuiltAsync(host, sources, stop).ConfigureAwait(false);
                }
                finally
                {
                    await host.StopAsync(Signal.Terminate, StopPatience).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            steps.Say($"Stopped.");
            return 0;
        }
    }

    private Task StartedAsync(ChildProcess host, string[] urls, CancellationToken stop) => steps.RunAsync("Start", async () =>
    {
        foreach (var url in urls)
            await Health.WaitAsync(url, host, StartLimit, stop).ConfigureAwait(false);
        await DevAdmin.EnsureAsync(urls[0], new LocalKeys(workspace), stop).ConfigureAwait(false);
        return $"{urls.Length} API instance{(urls.Length == 1 ? "" : "s")}";
    });

    // Returns when changed code has been built; code that does not build leaves what runs alone.
    private async Task UntilRebuiltAsync(ChildProcess host, SourceWatch? sources, CancellationToken stop)
    {
        while (true)
        {
            var changed = sources?.ChangedAsync(stop) ?? Task.Delay(Timeout.Infinite, stop);
            if (await Task.WhenAny(host.Exit, changed).ConfigureAwait(false) == host.Exit)
                throw new DevException($"The AppHost ended by itself with exit code {await host.Exit.ConfigureAwait(false)}; see .local/logs/up.log.");
            await changed.ConfigureAwait(false);
            try
            {
                await steps.RunAsync("Build", async () =>
                {
                    await AppHost.BuildAsync(workspace, stop).ConfigureAwait(false);
                    return "services, changed";
                }).ConfigureAwait(false);
                return;
            }
            catch (DevException e)
            {
                steps.Console.WriteLine(e.Message);
            }
        }
    }
}
