using Chat.Dev.Processes;
using Chat.Dev.Tools;
using Chat.Dev.Up;
using Chat.Dev.Workspace;

namespace Chat.Dev.Test;

/// <summary>Tests in a real browser, against the whole application as <c>up</c> runs it, on the run's stores.</summary>
internal sealed record PlaywrightSuite() : Suite("browser", "tests/browser (Chromium)")
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    public override async Task<SuiteResult> RunAsync(TestRun run, CancellationToken cancellation)
    {
        await WebClient.BuildAsync(run.Workspace, cancellation).ConfigureAwait(false);
        var port = FreePort.From(18080);
        var url = $"http://localhost:{port}";
        await using var host = await AppHost.StartAsync(
            run.Workspace, new AppHostSettings(port, Instances: 1, WebPort: null), run.Stores, _ => { }).ConfigureAwait(false);
        await Health.WaitAsync(url, host, StartLimit, cancellation).ConfigureAwait(false);
        var result = await RunAsync(run, url, cancellation).ConfigureAwait(false);
        await host.StopAsync(Signal.Terminate, StopPatience).ConfigureAwait(false);
        return result;
    }

    private static async Task<SuiteResult> RunAsync(TestRun run, string url, CancellationToken cancellation)
    {
        var results = Path.Combine(run.Results, "playwright.json");
        var outcome = await RunToEnd.OutcomeAsync(
            new ProcessSpec("npx", "--no-install", "playwright", "test", "--reporter=json")
            {
                Folder = run.Workspace.At("tests", "browser"),
                Environment = new Dictionary<string, string?>
                {
                    ["PLAYWRIGHT_JSON_OUTPUT_NAME"] = results,
                    ["CHAT_URL"] = url,
                    ["CHAT_CHROMIUM"] = Requirements.Chromium,
                },
            }, cancellation).ConfigureAwait(false);
        return File.Exists(results) ? PlaywrightReport.Read(results).Checked(outcome.ExitCode, outcome.LastLines) : SuiteResult.Broken(outcome.LastLines);
    }
}
