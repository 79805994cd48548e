using System.CommandLine;
using Chat.Dev.Terminal;
using Chat.Dev.Workspace;

namespace Chat.Dev.Bench;

internal static class BenchCommand
{
    private const int DefaultSeconds = 10;

    public static Command For(ChatWorkspace workspace, Steps steps)
    {
        var suites = new Argument<string[]>("suite") { Description = string.Join(", ", BenchRun.Suites) + "; all when none is named", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<FileInfo?>("--json") { Description = "Write the figures to a file as well", HelpName = "FILE" };
        var seconds = new Option<int>("--seconds") { Description = "How long each measurement lasts", DefaultValueFactory = _ => DefaultSeconds };
        var packages = CommonOptions.Packages();
        var command = new Command("bench", "Measure the product beside a peer in the same run, on stores of its own, and print a table of ratios.") { suites, json, seconds, packages };
        suites.Validators.Add(parsed =>
        {
            foreach (var unknown in (parsed.GetValue(suites) ?? []).Except(BenchRun.Suites)) parsed.AddError($"There is no suite '{unknown}'.");
        });
        HelpWithExamples.Add(command,
            ("bench", "everything"),
            ("bench send --seconds 30 --json figures.json", "one suite, for longer, kept"));
        command.SetAction((parsed, stop) =>
        {
            var chosen = parsed.GetValue(suites) is { Length: > 0 } named ? named : BenchRun.Suites;
            var options = new BenchOptions(chosen, parsed.GetValue(json), parsed.GetValue(seconds), parsed.GetValue(packages));
            return new BenchRun(workspace, options, steps).RunAsync(stop);
        });
        return command;
    }
}
