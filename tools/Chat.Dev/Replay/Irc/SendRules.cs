using System.Text;
using System.Text.RegularExpressions;

namespace Chat.Dev.Replay.Irc;

/// <summary>Which lines a server must refuse (docs/protocol.md MS2 and the rule for user names): worked out from the log alone, so that a message that was lost cannot pass for one that was refused.</summary>
/// <param name="MessageBytes">The server's limit for a message, in bytes of UTF-8.</param>
public sealed partial record SendRules(int MessageBytes)
{
    /// <summary>Why a line cannot become a message, or null.</summary>
    public string? Refusal(Said line) => line switch
    {
        _ when !IsUsername(line.Nick) => "not a user name",
        { Text: "" } => "empty",
        _ when line.Text.Contains('\0', StringComparison.Ordinal) => "holds U+0000",
        _ when string.IsNullOrWhiteSpace(line.Text) => "only white space",
        _ when Encoding.UTF8.GetByteCount(line.Text) > MessageBytes => "too large",
        _ => null,
    };

    /// <summary>Whether a nick can be a user name.</summary>
    public static bool IsUsername(string nick) => Username().IsMatch(nick);

    [GeneratedRegex(@"^[A-Za-z0-9_\-.|^\[\]{}\\`]{1,32}$")]
    private static partial Regex Username();
}
