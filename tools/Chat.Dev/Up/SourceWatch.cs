using Chat.Dev.Workspace;

namespace Chat.Dev.Up;

/// <summary>Waits until somebody changes what the services are built from. Vite watches the web client's sources itself.</summary>
internal sealed class SourceWatch : IDisposable
{
    private static readonly string[] Folders = ["Chat.Api", "Chat.AppHost", "Chat.Core", "Chat.Functions", "Chat.LocalHub", "Chat.ServiceDefaults"];
    private static readonly string[] Kinds = ["*.cs", "*.csproj", "*.json", "*.lua", "*.sql"];

    // An editor writes several files at once, and some write one file in several steps.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly List<FileSystemWatcher> _watchers;
    private readonly SemaphoreSlim _changes = new(0);

    public SourceWatch(ChatWorkspace workspace) => _watchers = [.. Folders.Select(folder => Watch(workspace.At(folder)))];

    /// <summary>Returns when something was changed since the last call and nothing more follows.</summary>
    public async Task ChangedAsync(CancellationToken stop)
    {
        await _changes.WaitAsync(stop).ConfigureAwait(false);
        while (await _changes.WaitAsync(Quiet, stop).ConfigureAwait(false))
        {
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers)
            watcher.Dispose();
        _changes.Dispose();
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        foreach (var kind in Kinds)
            watcher.Filters.Add(kind);
        watcher.Changed += (_, change) => Note(change.FullPath);
        watcher.Created += (_, change) => Note(change.FullPath);
        watcher.Deleted += (_, change) => Note(change.FullPath);
        watcher.Renamed += (_, change) => Note(change.FullPath);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    // What the build itself writes is no change.
    private void Note(string path)
    {
        if (!path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            _changes.Release();
    }
}
