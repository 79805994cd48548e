using System.Security.Cryptography;
using System.Text;
using Chat.Dev.Workspace;

namespace Chat.Dev.Servers;

/// <summary>
/// Where a server's files go, and the account it runs under. Postgres refuses to run as root, so root starts it as <c>postgres</c> or
/// <c>nobody</c>; a clone under <c>/root</c> cannot be entered by those, and then the files go to <c>/var/lib/chat-dev</c>.
/// </summary>
/// <param name="Path">An absolute path whose ancestors the account may enter.</param>
/// <param name="Account">The account to start the server as; null is the caller's own.</param>
public sealed record ServerFolder(string Path, string? Account)
{
    /// <summary>The folder for a purpose in a clone's untracked folder, or beside the machine's other state when that is out of reach.</summary>
    /// <param name="workspace">The clone.</param>
    /// <param name="parts">The purpose, as a relative path.</param>
    public static ServerFolder For(ChatWorkspace workspace, params string[] parts)
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
            return new ServerFolder(workspace.InLocal(parts), null);

        var inClone = workspace.InLocal(parts);
        return new ServerFolder(
            IsEnterable(workspace.Local) ? inClone : System.IO.Path.Combine(["/var/lib/chat-dev", NameOf(workspace), .. parts]),
            PostgresAccount());
    }

    /// <summary>The account for servers that refuse to run as root.</summary>
    public static string PostgresAccount() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    /// <summary>Whether every folder on the way to <paramref name="path"/> lets other accounts pass.</summary>
    public static bool IsEnterable(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return false;
        }

        return true;
    }

    private static string NameOf(ChatWorkspace workspace) =>
        System.IO.Path.GetFileName(workspace.Root) + "-" +
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(workspace.Root)))[..8];
}
