using Chat.Dev.Processes;
using Chat.Dev.Tools;

namespace Chat.Dev.Up;

/// <summary>Whether containers can be run here.</summary>
internal static class ContainerEngine
{
    /// <summary>The engine that answers, or null. A docker program without a running engine does not count.</summary>
    public static async Task<string?> FindAsync(CancellationToken cancellation)
    {
        foreach (var name in (string[])["docker", "podman"])
        {
            if (Programs.Find(name) is { } program
                && (await RunToEnd.OutcomeAsync(new ProcessSpec(program, "info"), cancellation).ConfigureAwait(false)).Succeeded)
                return name;
        }

        return null;
    }
}
