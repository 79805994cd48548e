using System.Globalization;
using Chat.Dev.Servers;
using Chat.Dev.Workspace;

namespace Chat.Dev.Up;

/// <summary>The data of a development clone. It survives restarts; <c>--fresh</c> deletes it, keys and package choice stay.</summary>
internal sealed class LocalData(ChatWorkspace workspace)
{
    /// <summary>Redis's folder.</summary>
    public string Redis => workspace.InLocal("data", "redis");

    /// <summary>Postgres's folder: one for each major version, since a data folder of one does not open under another.</summary>
    public ServerFolder Postgres(PostgresInstallation installation) =>
        ServerFolder.For(workspace, "data", "postgres-" + installation.Major.ToString(CultureInfo.InvariantCulture));

    /// <summary>Deletes everything.</summary>
    public void Delete()
    {
        foreach (var folder in (string[])[workspace.InLocal("data"), workspace.InLocal("uploads"), ServerFolder.For(workspace, "data").Path])
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }
}
