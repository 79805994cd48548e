using Spectre.Console;

namespace Chat.Dev.Replay;

/// <summary>A row for each log: what was sent, refused and why, and whether the room's history equals it.</summary>
internal static class ReplayTable
{
    public static Table Create() => new Table().RoundedBorder().AddColumns("Log", "Sent", "Refused", "Joined", "Left", "Renamed", "Skipped", "History");

    public static void Add(Table table, string name, ReplayTally tally, HistoryDifference difference) => table.AddRow(
        Markup.Escape(name),
        $"{tally.Sent}",
        Markup.Escape(Listed(tally.Refused)),
        $"{tally.Joined}",
        $"{tally.Left}",
        $"{tally.Renamed}",
        Markup.Escape(Listed(tally.Skipped)),
        (difference.IsNone ? "[green]equal[/]" : $"[red]{difference}[/]") + (difference.Foreign > 0 ? $", {difference.Foreign} of others" : ""));

    private static string Listed(SortedDictionary<string, int> counts) =>
        counts.Count == 0 ? "0" : string.Join('\n', counts.Select(pair => $"{pair.Value} {pair.Key}"));
}
