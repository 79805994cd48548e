using System.Diagnostics;
using Chat.Dev.Packages;
using Chat.Dev.Processes;
using Chat.Dev.Terminal;
using Chat.Dev.Tools;
using Chat.Dev.Up;
using Chat.Dev.Workspace;
using Spectre.Console;

namespace Chat.Dev.Test;

/// <summary><c>./dev.cs test</c>: prepares what is missing, builds once, starts one Postgres and one Redis, runs the suites one after the other and sums them up.</summary>
public sealed class TestRunner(ChatWorkspace workspace, TestOptions options, Steps steps)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    /// <summary>Runs the parts that were asked for.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        try
        {
            return await PrepareAndRunAsync(stop).ConfigureAwait(false);
        }
        catch (DevException e)
        {
            // What cannot even begin has failed, and says so in the form that CI reads.
            steps.Say($"[red]{e.Message}[/]");
            steps.Console.WriteLine("0 passed, 1 failed");
            return 1;
        }
    }

    private async Task<int> PrepareAndRunAsync(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limit);
        var packages = PackageSet.Real;
        await steps.RunAsync("Packages", async () =>
        {
            var decision = await new PackageChoice(workspace).DecideAsync(options.Packages, limit.Token).ConfigureAwait(false);
            packages = decision.Set;
            return decision.ToString();
        }).ConfigureAwait(false);

        var all = SuiteDiscovery.Suites(workspace, packages);
        var parts = all.Select(suite => suite.Part).Distinct().ToList();
        if (options.Parts.Except(parts).ToList() is { Count: > 0 } unknown)
        {
            steps.Say($"[red]No such part: {string.Join(", ", unknown)}.[/] There are: {string.Join(", ", parts)}.");
            return 2;
        }

        var suites = options.Parts.Count == 0 ? all : [.. all.Where(suite => options.Parts.Contains(suite.Part))];
        await PrepareAsync(suites, packages, limit.Token).ConfigureAwait(false);
        await using var surroundings = await TestSurroundings.StartAsync(workspace, options.Postgres, steps, limit.Token).ConfigureAwait(false);
        return await RunAsync(suites, surroundings.Run, limit.Token, stop).ConfigureAwait(false);
    }

    private async Task PrepareAsync(IReadOnlyList<Suite> suites, PackageSet packages, CancellationToken cancellation)
    {
        var requirements = new Requirements(workspace);
        List<Requirement> needed = [Requirements.DotNet, Requirements.Node, .. requirements.NpmFolders];
        if (suites.Any(suite => suite is PlaywrightSuite))
            needed.Add(requirements.Browser);
        foreach (var one in needed)
            await steps.RunAsync(one.Name, () => one.EnsureAsync(cancellation)).ConfigureAwait(false);

        if (!suites.Any(suite => suite is DotNetSuite or PlaywrightSuite))
            return;
        await steps.RunAsync("Build", async () =>
        {
            List<string> solutions = ["Chat.slnx"];
            if (packages == PackageSet.StandIns)
                solutions.Add(Path.Combine("standins", "Standins.slnx"));
            foreach (var solution in solutions)
                await RunToEnd.OutputAsync(AppHost.BuildSpec(workspace, solution), cancellation).ConfigureAwait(false);
            return string.Join(", ", solutions);
        }).ConfigureAwait(false);
    }

    private async Task<int> RunAsync(IReadOnlyList<Suite> suites, TestRun run, CancellationToken limited, CancellationToken stop)
    {
        var table = new ResultTable();
        foreach (var suite in suites)
        {
            var clock = Stopwatch.StartNew();
            SuiteResult result;
            try
            {
                result = await suite.RunAsync(run, limited).ConfigureAwait(false);
            }
            catch (DevException e)
            {
                result = SuiteResult.Broken(e.Message);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                result = SuiteResult.Broken($"not finished: the whole run may take {Limit.TotalMinutes:0} minutes.");
            }

            ResultTable.PrintOne(steps, suite, result, clock.Elapsed);
            table.Add(suite, result, clock.Elapsed);
        }

        return table.PrintAll(steps);
    }
}
