using Chat.Dev.Processes;
using Chat.Dev.Servers;
using Chat.Dev.Workspace;

namespace Chat.Dev.Tools;

/// <summary>What the commands need, each found and got in one place. <c>doctor</c> prints them all.</summary>
public sealed class Requirements(ChatWorkspace workspace)
{
    private static readonly Version LeastNode = new(20, 19);
    private readonly SystemPackages _system = new();

    /// <summary>Chromium for tests in a browser, in the order of preference.</summary>
    public static string? Chromium => Programs.Find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /// <summary>The SDK that runs this very program, so only its version can be wrong.</summary>
    public static Requirement DotNet => new(
        ".NET SDK",
        async cancellation => await VersionAsync(10, 0, "dotnet", cancellation).ConfigureAwait(false),
        _ => throw new DevException("Chat needs the .NET SDK 10: https://dotnet.microsoft.com/download"),
        "install the .NET SDK 10");

    /// <summary>Node.js with npm.</summary>
    public static Requirement Node => new(
        "Node.js",
        async cancellation => Programs.Find("npm") is null ? null
            : await VersionAsync(LeastNode.Major, LeastNode.Minor, "node", cancellation).ConfigureAwait(false),
        _ => throw new DevException($"Chat needs Node.js {LeastNode} or newer, with npm: https://nodejs.org/en/download"),
        $"install Node.js {LeastNode}");

    /// <summary>Redis as a program.</summary>
    public Requirement Redis => new(
        "Redis",
        async cancellation => Programs.Find("redis-server") is not { } program ? null
            : (await RunToEnd.OutputAsync(new ProcessSpec(program, "--version"), cancellation).ConfigureAwait(false)).Split("v=")[^1].Split(' ')[0],
        cancellation => _system.InstallAsync(OperatingSystem.IsMacOS() ? "redis" : "redis-server", cancellation),
        "apt-get install redis-server");

    /// <summary>A browser for tests.</summary>
    public Requirement Browser => new(
        "Chromium",
        _ => Task.FromResult(Chromium),
        cancellation => _system.InstallAsync("chromium", cancellation),
        "apt-get install chromium");

    /// <summary>The npm packages of every folder that has a lock file.</summary>
    public IEnumerable<Requirement> NpmFolders => NpmPackages.FoldersOf(workspace).Select(NpmFolder);

    /// <summary>The npm packages of one folder.</summary>
    public Requirement NpmFolder(string folder) => new(
        Path.GetRelativePath(workspace.Root, folder),
        _ => Task.FromResult(NpmPackages.AreStale(folder) ? null : "packages installed"),
        cancellation => NpmPackages.InstallAsync(folder, cancellation),
        "npm ci");

    /// <summary>The Postgres of one origin.</summary>
    public async Task<PostgresInstallation> PostgresAsync(PostgresOrigin origin, CancellationToken cancellation)
    {
        if (origin == PostgresOrigin.Npm)
            return await NpmPostgres.InstallAsync(workspace, cancellation).ConfigureAwait(false);
        if (await MachinePostgres.FindAsync(cancellation).ConfigureAwait(false) is { } found)
            return found;
        await _system.InstallAsync("postgresql", cancellation).ConfigureAwait(false);
        return await MachinePostgres.FindAsync(cancellation).ConfigureAwait(false)
            ?? throw new DevException("This machine has no Postgres 15 or newer. Install one, or leave out --postgres machine to use npm's.");
    }

    private static async Task<string?> VersionAsync(int major, int minor, string program, CancellationToken cancellation)
    {
        if (Programs.Find(program) is not { } path)
            return null;
        var said = (await RunToEnd.OutputAsync(new ProcessSpec(path, "--version"), cancellation).ConfigureAwait(false)).Trim().TrimStart('v');
        return Version.TryParse(said.Split('-')[0], out var version) && version >= new Version(major, minor) ? said : null;
    }
}
