namespace Chat.Dev.Workspace;

/// <summary>A clone of the repository: where its parts lie, and where untracked things go.</summary>
/// <param name="Root">Absolute path of the folder that holds <c>Chat.slnx</c>.</param>
public sealed record ChatWorkspace(string Root)
{
    /// <summary>Everything untracked that <c>dev.cs</c> makes: databases, logs, keys, lock, markers. Git ignores it.</summary>
    public string Local => Path.Combine(Root, ".local");

    /// <summary>The file whose presence makes the build use the projects under <c>standins/</c>.</summary>
    public string StandInsMarker => Path.Combine(Local, "standins");

    /// <summary>The folder of the web client.</summary>
    public string Web => Path.Combine(Root, "Chat.Web");

    /// <summary>A path inside the clone.</summary>
    /// <param name="parts">Relative to <see cref="Root"/>.</param>
    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Finds the clone that a file or folder lies in.</summary>
    /// <param name="start">Where to begin to look upwards.</param>
    /// <exception cref="DirectoryNotFoundException">No folder above <paramref name="start"/> holds <c>Chat.slnx</c>.</exception>
    public static ChatWorkspace Containing(string start)
    {
        for (var folder = new DirectoryInfo(Path.GetFullPath(start)); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Chat.slnx")))
                return new ChatWorkspace(folder.FullName);
        }

        throw new DirectoryNotFoundException($"{start} is not inside a clone of Chat: no folder above it holds Chat.slnx.");
    }

    /// <summary>Makes <see cref="Local"/>, readable for the account that Postgres runs under, and returns a path inside it.</summary>
    /// <param name="parts">Relative to <see cref="Local"/>.</param>
    public string InLocal(params string[] parts)
    {
        if (!Directory.Exists(Local))
        {
            Directory.CreateDirectory(Local);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(Local, (UnixFileMode)0b111_101_101);
        }

        return Path.Combine([Local, .. parts]);
    }
}
