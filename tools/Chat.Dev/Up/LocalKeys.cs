using System.Security.Cryptography;
using Chat.Dev.Workspace;

namespace Chat.Dev.Up;

/// <summary>The secrets of a development clone, made at first use and kept in <c>.local/keys</c>, readable by their owner alone.</summary>
public sealed class LocalKeys(ChatWorkspace workspace)
{
    /// <summary>The account that <c>up</c> makes and <c>Chat:Admins</c> names.</summary>
    public const string AdminName = "admin";

    /// <summary>Signs access tokens (base64, 32 bytes).</summary>
    public string Auth => Read("auth", () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Signs the hub's socket tokens (base64, 32 bytes).</summary>
    public string Hub => Read("hub", () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The password of <see cref="AdminName"/>.</summary>
    public string AdminPassword => Read("admin-password", () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)));

    private string Read(string name, Func<string> make)
    {
        var folder = workspace.InLocal("keys");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
            File.WriteAllText(file, make());
        return File.ReadAllText(file);
    }
}
