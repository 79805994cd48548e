using Chat.Dev.Processes;
using Chat.Dev.Workspace;

namespace Chat.Dev.Up;

/// <summary>The built web client, which the API serves.</summary>
internal static class WebClient
{
    /// <summary>Builds it when a source is newer than what was built.</summary>
    /// <returns>For people.</returns>
    public static async Task<string> BuildAsync(ChatWorkspace workspace, CancellationToken cancellation)
    {
        if (!IsStale(workspace))
            return "up to date";
        await RunToEnd.OutputAsync(new ProcessSpec("npm", "run", "build", "--silent") { Folder = workspace.Web }, cancellation).ConfigureAwait(false);
        return "built";
    }

    private static bool IsStale(ChatWorkspace workspace)
    {
        var built = new FileInfo(Path.Combine(workspace.Web, "dist", "index.html"));
        if (!built.Exists)
            return true;
        return new DirectoryInfo(workspace.Web).EnumerateFileSystemInfos()
            .Where(entry => entry.Name is not ("node_modules" or "dist"))
            .SelectMany(entry => entry is DirectoryInfo folder ? folder.EnumerateFiles("*", SearchOption.AllDirectories) : [(FileInfo)entry])
            .Any(file => file.LastWriteTimeUtc > built.LastWriteTimeUtc);
    }
}
