using Chat.Dev.Servers;
using Chat.Dev.Workspace;

namespace Chat.Dev.Test;

/// <summary>What the suites of one run share.</summary>
/// <param name="Workspace">The clone.</param>
/// <param name="Results">An empty folder for result files.</param>
/// <param name="Stores">The run's stores.</param>
public sealed record TestRun(ChatWorkspace Workspace, string Results, StorePair Stores)
{
    /// <summary>Variables for test programs: where the run's stores are.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; } = new Dictionary<string, string?>
    {
        ["CHAT_TEST_POSTGRES"] = Stores.Postgres.ConnectionString("postgres"),
        ["CHAT_TEST_REDIS"] = Stores.Redis.ConnectionString,
    };
}
