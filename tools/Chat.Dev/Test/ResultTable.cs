using Chat.Dev.Terminal;
using Spectre.Console;

namespace Chat.Dev.Test;

/// <summary>Sums up a run for people, and in its last line for programs.</summary>
internal sealed class ResultTable
{
    private readonly List<(Suite Suite, SuiteResult Result, TimeSpan Took)> _rows = [];

    public void Add(Suite suite, SuiteResult result, TimeSpan took) => _rows.Add((suite, result, took));

    /// <summary>A line for a suite that has just ended, with what failed in it.</summary>
    public static void PrintOne(Steps steps, Suite suite, SuiteResult result, TimeSpan took)
    {
        var good = result.Failures.Count == 0;
        steps.Say($"{(good ? "✓" : "✗")} {suite.Name}: {result.Passed} passed, {result.Failures.Count} failed, {result.Skipped} skipped [grey]{took.TotalSeconds:0.0} s[/]");
        foreach (var failure in result.Failures)
        {
            steps.Say($"  [red]{failure.Test}[/]");
            steps.Console.WriteLine("    " + failure.Message.ReplaceLineEndings("\n    "));
        }
    }

    /// <summary>The table, and the line <c>N passed, N failed</c>.</summary>
    /// <returns>The exit code.</returns>
    public int PrintAll(Steps steps)
    {
        var table = new Table().RoundedBorder().AddColumns("Part", "Suite", "Passed", "Failed", "Skipped", "Seconds");
        foreach (var (suite, result, took) in _rows)
        {
            var failed = result.Failures.Count == 0 ? "0" : $"[red]{result.Failures.Count}[/]";
            table.AddRow(suite.Part, Markup.Escape(suite.Name), $"{result.Passed}", failed, $"{result.Skipped}", $"{took.TotalSeconds:0.0}");
        }

        steps.Console.Write(table);
        var failures = _rows.Sum(row => row.Result.Failures.Count);
        steps.Console.WriteLine($"{_rows.Sum(row => row.Result.Passed)} passed, {failures} failed");
        return failures == 0 ? 0 : 1;
    }
}
