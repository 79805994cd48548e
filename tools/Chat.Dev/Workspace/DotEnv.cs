namespace Chat.Dev.Workspace;

/// <summary>
/// Reads <c>.env</c>: <c>NAME=value</c> lines, <c>#</c> comments, optional <c>export</c> and quotes; no expansion, so that what is written is what is set.
/// Only <c>dev.cs</c> reads the file; the application sees environment variables.
/// </summary>
public static class DotEnv
{
    /// <summary>The variables of the clone's <c>.env</c> that the environment does not set already: the environment wins.</summary>
    public static IReadOnlyDictionary<string, string?> Missing(ChatWorkspace workspace)
    {
        var file = workspace.At(".env");
        var settings = File.Exists(file) ? Parse(File.ReadAllLines(file)) : new Dictionary<string, string>();
        return settings
            .Where(pair => Environment.GetEnvironmentVariable(pair.Key) is null)
            .ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
    }

    /// <summary>The variables of a file's lines; a later line wins over an earlier one.</summary>
    /// <exception cref="DevException">A line is neither empty, a comment nor an assignment.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> lines)
    {
        var settings = new Dictionary<string, string>();
        foreach (var (number, line) in lines.Index())
        {
            var text = line.Trim();
            if (text.Length == 0 || text.StartsWith('#'))
                continue;
            if (text.StartsWith("export ", StringComparison.Ordinal))
                text = text["export ".Length..].TrimStart();
            if (text.IndexOf('=') is not (> 0 and var at))
                throw new DevException($".env line {number + 1} is not NAME=value: {line}");
            settings[text[..at].TrimEnd()] = Unquote(text[(at + 1)..].TrimStart());
        }

        return settings;
    }

    private static string Unquote(string value) =>
        value is [('"' or '\'') and var open, .., var close] && open == close ? value[1..^1] : value;
}
