using Xunit;

namespace Chat.Testing;

/// <summary>A test on real chat logs, in the folder that <c>CHAT_REPLAY_LOGS</c> names; skipped where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReplayLogsFactAttribute : FactAttribute
{
    /// <summary>The logs; empty where there are none.</summary>
    public static IReadOnlyList<string> Logs =>
        Environment.GetEnvironmentVariable("CHAT_REPLAY_LOGS") is { Length: > 0 } folder && Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.raw.txt").Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Decides at discovery.</summary>
    public ReplayLogsFactAttribute()
    {
        if (Logs.Count == 0)
            Skip = "CHAT_REPLAY_LOGS names no folder with *.raw.txt logs.";
    }
}
