namespace Chat.Dev.Replay;

/// <summary>A message as a log has it, or as a room's history has it.</summary>
/// <param name="Id">Made by the client.</param>
/// <param name="Author">User name.</param>
/// <param name="Content">As typed.</param>
public sealed record HistoryEntry(Guid Id, string Author, string Content);

/// <summary>How a room's history differs from the log that was replayed into it.</summary>
/// <param name="Lost">Lines that are not in the history, or stand there with another author or text.</param>
/// <param name="Doubled">Messages that are in the history more often than in the log.</param>
/// <param name="OutOfOrder">The fewest messages that would have to move to stand in the log's order.</param>
/// <param name="Foreign">Messages that are of somebody else and no copy of a line.</param>
public sealed record HistoryDifference(int Lost, int Doubled, int OutOfOrder, int Foreign)
{
    /// <summary>Whether the history equals the log.</summary>
    public bool IsNone => this is { Lost: 0, Doubled: 0, OutOfOrder: 0 };

    /// <summary>The sum of two rooms.</summary>
    public static HistoryDifference operator +(HistoryDifference left, HistoryDifference right) =>
        new(left.Lost + right.Lost, left.Doubled + right.Doubled, left.OutOfOrder + right.OutOfOrder, left.Foreign + right.Foreign);

    /// <summary>The line that a replay ends with.</summary>
    public override string ToString() => $"{Lost} lost, {Doubled} doubled, {OutOfOrder} out of order";
}

/// <summary>Compares histories with logs; user names are compared without case, as everywhere.</summary>
public static class HistoryCheck
{
    /// <summary>The differences.</summary>
    /// <param name="expected">The log's lines that a server must accept, in the order of the log.</param>
    /// <param name="history">The whole history, in the order of the room.</param>
    public static HistoryDifference Compare(IReadOnlyList<HistoryEntry> expected, IReadOnlyList<HistoryEntry> history)
    {
        var places = expected.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index);
        var lines = expected.Select(Line).ToHashSet();
        var seen = new HashSet<Guid>();
        var order = new List<int>();
        int doubled = 0, foreign = 0;
        foreach (var entry in history)
        {
            if (!places.TryGetValue(entry.Id, out var place))
            {
                doubled += lines.Contains(Line(entry)) ? 1 : 0;
                foreign += lines.Contains(Line(entry)) ? 0 : 1;
            }
            else if (!seen.Add(entry.Id))
            {
                doubled++;
            }
            else if (Line(expected[place]) == Line(entry))
            {
                order.Add(place);
            }
        }

        return new HistoryDifference(expected.Count - order.Count, doubled, order.Count - LongestRise(order), foreign);
    }

    private static (string Author, string Content) Line(HistoryEntry entry) => (entry.Author.ToUpperInvariant(), entry.Content);

    // Length of the longest increasing subsequence: tails[n] is the smallest end of a rise of n + 1.
    private static int LongestRise(List<int> numbers)
    {
        var tails = new List<int>();
        foreach (var number in numbers)
        {
            var at = tails.BinarySearch(number);
            at = at < 0 ? ~at : at;
            if (at == tails.Count)
                tails.Add(number);
            else
                tails[at] = number;
        }

        return tails.Count;
    }
}
