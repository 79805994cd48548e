using System.Text.Json;
using Chat.Dev.Workspace;

namespace Chat.Dev.Up;

/// <summary>What a running <c>up</c> tells the other commands; lies in <c>.local/up.json</c> while it runs.</summary>
/// <param name="ProcessId">Of <c>dev.cs</c>.</param>
/// <param name="Urls">One per API instance.</param>
public sealed record RunningUp(int ProcessId, IReadOnlyList<string> Urls)
{
    /// <summary>The running one of a clone, or null.</summary>
    public static RunningUp? Of(ChatWorkspace workspace)
    {
        using var free = FileLock.TryTake(LockFile(workspace));
        return free is null && File.Exists(InfoFile(workspace))
            ? JsonSerializer.Deserialize(File.ReadAllBytes(InfoFile(workspace)), DevJson.Default.RunningUp)
            : null;
    }

    /// <summary>Claims the clone for this process, until the result is disposed or the process dies.</summary>
    /// <exception cref="DevException">Another one runs; the message says where.</exception>
    public static IDisposable Claim(ChatWorkspace workspace)
    {
        if (FileLock.TryTake(LockFile(workspace)) is { } claimed)
        {
            File.Delete(InfoFile(workspace));
            return claimed;
        }

        var running = Of(workspace);
        throw new DevException("Chat is already running in this clone" +
            (running is null ? ", still starting." : $" as process {running.ProcessId}, at {running.Urls[0]}."));
    }

    /// <summary>Tells the other commands.</summary>
    public void Announce(ChatWorkspace workspace) =>
        File.WriteAllBytes(InfoFile(workspace), JsonSerializer.SerializeToUtf8Bytes(this, DevJson.Default.RunningUp));

    private static string LockFile(ChatWorkspace workspace) => workspace.InLocal("up.lock");

    private static string InfoFile(ChatWorkspace workspace) => workspace.InLocal("up.json");
}
