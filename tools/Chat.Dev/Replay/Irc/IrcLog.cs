using System.Text;
using System.Text.RegularExpressions;

namespace Chat.Dev.Replay.Irc;

/// <summary>
/// Reads IRC logs as the #ubuntu channel's are published (Kummerfeld et al., ACL 2019): <c>[hh:mm] &lt;nick&gt; text</c>, actions as <c>[hh:mm]  * nick text</c>
/// or <c>=== nick text</c>, and <c>===</c> lines for joins, parts, kicks, new names, modes and topics.
/// </summary>
public static partial class IrcLog
{
    /// <summary>The lines of a log. Bytes that are not UTF-8 become U+FFFD, the same ones every time.</summary>
    public static IEnumerable<IrcLine> Read(ReadOnlyMemory<byte> log)
    {
        // Cut at line feeds only: a log may hold other characters that string readers take for line ends.
        for (var number = 1; !log.IsEmpty; number++)
        {
            var end = log.Span.IndexOf((byte)'\n');
            var line = end < 0 ? log : log[..end];
            log = end < 0 ? default : log[(end + 1)..];
            yield return Parse(number, Encoding.UTF8.GetString(line.Span).TrimEnd('\r'));
        }
    }

    /// <summary>One line.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="line">Without its line end.</param>
    public static IrcLine Parse(int number, string line)
    {
        if (Message().Match(line) is { Success: true } message)
            return new Said(number, Nick(message), Text(message));
        if (Action().Match(line) is { Success: true } action)
            return new Said(number, Nick(action), "/me " + Text(action));
        return line.StartsWith("=== ", StringComparison.Ordinal) ? ParseNotice(number, line["=== ".Length..]) : new Skipped(number, "other");
    }

    private static IrcLine ParseNotice(int number, string notice)
    {
        if (notice.StartsWith("mode/#", StringComparison.Ordinal))
            return new Skipped(number, "mode");
        if (notice.StartsWith("..[topic/#", StringComparison.Ordinal))
            return new Skipped(number, "topic");
        if (JoinOrPart().Match(notice) is { Success: true } move)
            return move.Groups["verb"].Value == "joined" ? new Joined(number, Nick(move)) : new Left(number, Nick(move));
        if (Kick().Match(notice) is { Success: true } kick)
            return new Left(number, Nick(kick));
        if (Rename().Match(notice) is { Success: true } rename)
            return new Renamed(number, Nick(rename), Text(rename));
        return OldAction().Match(notice) is { Success: true } action ? new Said(number, Nick(action), "/me " + Text(action)) : new Skipped(number, "other");
    }

    private static string Nick(Match match) => match.Groups["nick"].Value;

    private static string Text(Match match) => match.Groups["text"].Value;

    // After a nick that ends in a bracket these logs have one space more than after others.
    [GeneratedRegex(@"^\[\d\d:\d\d\] <(?<nick>[^ >]+) ?> ?(?<text>.*)$", RegexOptions.Singleline)]
    private static partial Regex Message();

    [GeneratedRegex(@"^\[\d\d:\d\d\]  \* (?<nick>[^ ]+) ?(?<text>.*)$", RegexOptions.Singleline)]
    private static partial Regex Action();

    [GeneratedRegex(@"^(?<nick>[^ ]+) {1,2}\[[^ ]*\]  has (?<verb>joined|left) #[^ ]+", RegexOptions.Singleline)]
    private static partial Regex JoinOrPart();

    [GeneratedRegex(@"^(?<nick>[^ ]+) was kicked off #[^ ]+ by ", RegexOptions.Singleline)]
    private static partial Regex Kick();

    [GeneratedRegex(@"^(?<nick>[^ ]+) is now known as (?<text>[^ ]+)$", RegexOptions.Singleline)]
    private static partial Regex Rename();

    [GeneratedRegex(@"^(?<nick>[^ ]+) (?<text>.*)$", RegexOptions.Singleline)]
    private static partial Regex OldAction();
}
