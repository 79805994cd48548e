using Chat.Dev.Processes;

namespace Chat.Dev.Test;

/// <summary>A program of the web client that says yes or no: its exit code is the result.</summary>
/// <param name="Name">For people.</param>
/// <param name="Arguments">What follows <c>npx --no-install</c>.</param>
internal sealed record NpmCheck(string Name, params IReadOnlyList<string> Arguments) : Suite("web", Name)
{
    public override async Task<SuiteResult> RunAsync(TestRun run, CancellationToken cancellation)
    {
        var outcome = await RunToEnd.OutcomeAsync(
            new ProcessSpec("npx", ["--no-install", .. Arguments]) { Folder = run.Workspace.Web, Environment = run.Environment }, cancellation).ConfigureAwait(false);
        return outcome.Succeeded ? new SuiteResult(1, [], 0) : new SuiteResult(0, [new Failure(Name, outcome.LastLines)], 0);
    }
}

/// <summary>The unit tests of the web client.</summary>
internal sealed record VitestSuite() : Suite("web", "Chat.Web (vitest)")
{
    public override async Task<SuiteResult> RunAsync(TestRun run, CancellationToken cancellation)
    {
        var results = Path.Combine(run.Results, "vitest.json");
        var outcome = await RunToEnd.OutcomeAsync(
            new ProcessSpec("npx", "--no-install", "vitest", "run", "--reporter=json", "--outputFile=" + results)
            {
                Folder = run.Workspace.Web,
                Environment = run.Environment,
            }, cancellation).ConfigureAwait(false);
        return File.Exists(results) ? VitestReport.Read(results).Checked(outcome.ExitCode, outcome.LastLines) : SuiteResult.Broken(outcome.LastLines);
    }
}

/// <summary>Tests in a real browser.</summary>
internal sealed record PlaywrightSuite() : Suite("browser", "tests/browser (Chromium)")
{
    public override async Task<SuiteResult> RunAsync(TestRun run, CancellationToken cancellation)
    {
        var results = Path.Combine(run.Results, "playwright.json");
        var outcome = await RunToEnd.OutcomeAsync(
            new ProcessSpec("npx", "--no-install", "playwright", "test", "--reporter=json")
            {
                Folder = run.Workspace.At("tests", "browser"),
                Environment = new Dictionary<string, string?>(run.Environment) { ["PLAYWRIGHT_JSON_OUTPUT_NAME"] = results },
            }, cancellation).ConfigureAwait(false);
        return File.Exists(results) ? PlaywrightReport.Read(results).Checked(outcome.ExitCode, outcome.LastLines) : SuiteResult.Broken(outcome.LastLines);
    }
}
