using Chat.Dev.Processes;

namespace Chat.Dev.Test;

/// <summary>A built test project.</summary>
/// <param name="Part">From <c>ChatTestPart</c> in the project file, <c>unit</c> when it says nothing.</param>
/// <param name="Project">The path of the project file.</param>
internal sealed record DotNetSuite(string Part, string Project) : Suite(Part, Path.GetFileNameWithoutExtension(Project))
{
    public override async Task<SuiteResult> RunAsync(TestRun run, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(Project)!;
        var assembly = Path.Combine(folder, "bin", "Debug", "net10.0", Name + ".dll");
        if (!File.Exists(assembly))
            return SuiteResult.Broken($"{assembly} was not built: is the project in the solution?");

        var results = Name + ".trx";
        var outcome = await RunToEnd.OutcomeAsync(
            new ProcessSpec("dotnet", "test", assembly, "--logger", $"trx;LogFileName={results}", "--results-directory", run.Results, "--nologo")
            {
                Folder = folder,
                Environment = run.Environment,
            }, cancellation).ConfigureAwait(false);
        var file = Path.Combine(run.Results, results);
        return File.Exists(file) ? Trx.Read(file).Checked(outcome.ExitCode, outcome.LastLines) : SuiteResult.Broken(outcome.LastLines);
    }
}
