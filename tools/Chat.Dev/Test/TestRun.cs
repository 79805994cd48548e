using Chat.Dev.Workspace;

namespace Chat.Dev.Test;

/// <summary>What the suites of one run share.</summary>
/// <param name="Workspace">The clone.</param>
/// <param name="Results">An empty folder for result files.</param>
/// <param name="Environment">Variables for every suite: where the run's stores are.</param>
public sealed record TestRun(ChatWorkspace Workspace, string Results, IReadOnlyDictionary<string, string?> Environment);
