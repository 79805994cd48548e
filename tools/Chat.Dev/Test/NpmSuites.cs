using Chat.Dev.Processes;

namespace Chat.Dev.Test;

/// <summary>A program that says yes or no to a folder: its exit code is the result.</summary>
/// <param name="Part">The name that selects it.</param>
/// <param name="Folder">Relative to the clone.</param>
/// <param name="Checks">For people: what is checked.</param>
/// <param name="Arguments">What follows <c>npx --no-install</c>.</param>
internal sealed record NpmCheck(string Part, string Folder, string Checks, params IReadOnlyList<string> Arguments) : Suite(Part, $"{Folder} ({Checks})")
{
    public override async Task<SuiteResult> RunAsync(TestRun run, CancellationToken cancellation)
    {
        var outcome = await RunToEnd.OutcomeAsync(
            new ProcessSpec("npx", ["--no-install", .. Arguments]) { Folder = run.Workspace.At(Folder) }, cancellation).ConfigureAwait(false);
        return outcome.Succeeded ? new SuiteResult(1, [], 0) : new SuiteResult(0, [new Failure(Checks, outcome.LastLines)], 0);
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
