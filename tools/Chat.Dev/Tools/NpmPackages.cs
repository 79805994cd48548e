using Chat.Dev.Processes;
using Chat.Dev.Workspace;

namespace Chat.Dev.Tools;

/// <summary>The npm packages of a folder, exactly as its lock file says.</summary>
public static class NpmPackages
{
    /// <summary>The folders of a clone that have packages of their own: those with a lock file, at most three levels down.</summary>
    public static IEnumerable<string> FoldersOf(ChatWorkspace workspace) =>
        Directory.EnumerateFiles(workspace.Root, "package-lock.json", new EnumerationOptions
            {
                RecurseSubdirectories = true, MaxRecursionDepth = 3, AttributesToSkip = FileAttributes.ReparsePoint,
            })
            .Select(file => Path.GetDirectoryName(file)!)
            .Where(folder => !Path.GetRelativePath(workspace.Root, folder).Split(Path.DirectorySeparatorChar).Any(part => part is "node_modules" or ".local" or "bin"))
            .Order(StringComparer.Ordinal);

    /// <summary>Whether <c>npm ci</c> is due: nothing is installed, or the lock file is newer than what is.</summary>
    public static bool AreStale(string folder)
    {
        var installed = Path.Combine(folder, "node_modules", ".package-lock.json");
        return !File.Exists(installed)
            || File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")) > File.GetLastWriteTimeUtc(installed);
    }

    /// <summary>Runs <c>npm ci</c> when it is due. Install scripts are not run: nothing here needs one.</summary>
    /// <exception cref="DevException">npm is missing or failed.</exception>
    public static async Task InstallAsync(string folder, CancellationToken cancellation)
    {
        if (!AreStale(folder))
            return;
        await RunToEnd.OutputAsync(
            new ProcessSpec("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error") { Folder = folder }, cancellation).ConfigureAwait(false);
        // npm leaves an up-to-date record untouched; without this it would look older than the lock file for ever.
        File.SetLastWriteTimeUtc(Path.Combine(folder, "node_modules", ".package-lock.json"), DateTime.UtcNow);
    }
}
