using System.Text.RegularExpressions;
using Chat.Dev.Processes;

namespace Chat.Dev.Servers;

/// <summary>The Postgres that the machine has: Debian's folders, then PATH. Needs version 15 or newer.</summary>
public static partial class MachinePostgres
{
    /// <summary>The newest one, or null.</summary>
    public static async Task<PostgresInstallation?> FindAsync(CancellationToken cancellation)
    {
        var found = new List<PostgresInstallation>();
        foreach (var bin in Folders().Where(bin => File.Exists(Path.Combine(bin, "postgres")) && File.Exists(Path.Combine(bin, "initdb"))))
        {
            var said = await RunToEnd.OutcomeAsync(new ProcessSpec(Path.Combine(bin, "postgres"), "--version"), cancellation).ConfigureAwait(false);
            if (VersionNumber().Match(said.Output) is { Success: true } version)
                found.Add(new PostgresInstallation(bin, version.Value, "this machine's"));
        }

        return found.Where(one => one.Major >= 15).MaxBy(one => one.Major);
    }

    private static IEnumerable<string> Folders()
    {
        const string debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(debian) ? Directory.GetDirectories(debian).Select(major => Path.Combine(major, "bin")) : [];
        return installed.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex VersionNumber();
}
