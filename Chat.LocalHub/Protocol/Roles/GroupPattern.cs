namespace Chat.LocalHub.Protocol.Roles;

/// <summary>
/// The pattern of a plural role: <c>?</c> is one character but a dot, <c>*</c> any number of characters but dots, <c>**</c> any
/// number of characters; <c>\</c> takes the next character as it is. Case-sensitive.
/// </summary>
internal sealed class GroupPattern
{
    private const int MaxStars = 5;

    private readonly string _pattern;

    private GroupPattern(string pattern) => _pattern = pattern;

    /// <summary>Null for a pattern that grants nothing: empty, more than five stars, or a backslash at its end.</summary>
    public static GroupPattern? Parse(string pattern)
    {
        var stars = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && ++i == pattern.Length)
                return null;
            if (pattern[i] == '*')
                stars++;
        }

        return pattern.Length == 0 || stars > MaxStars ? null : new GroupPattern(pattern);
    }

    public bool Matches(string group) => Matches(_pattern, group);

    // Backtracks at each star; the limit of five stars bounds what a hostile name can cost.
    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern[0] == '*')
                return MatchesStar(pattern, name);
            if (name.IsEmpty)
                return false;

            var escaped = pattern[0] == '\\';
            if (escaped)
                pattern = pattern[1..];
            if (pattern[0] == '?' && !escaped ? name[0] == '.' : pattern[0] != name[0])
                return false;

            pattern = pattern[1..];
            name = name[1..];
        }

        return name.IsEmpty;
    }

    private static bool MatchesStar(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var crossesDots = pattern.StartsWith("**");
        var rest = pattern[(crossesDots ? 2 : 1)..];
        for (var taken = 0; taken <= name.Length; taken++)
        {
            if (Matches(rest, name[taken..]))
                return true;
            if (taken < name.Length && name[taken] == '.' && !crossesDots)
                return false;
        }

        return false;
    }
}
