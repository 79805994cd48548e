using Chat.Dev.Processes;

namespace Chat.Dev.Tools;

/// <summary>Installs programs with the system's package manager where this account may: apt-get as root or through a sudo that asks nothing, Homebrew on macOS.</summary>
public sealed class SystemPackages
{
    private bool _listsAreFresh;

    /// <summary>Installs a package.</summary>
    /// <param name="package">Debian's name, which is Homebrew's too for what is needed here.</param>
    /// <param name="cancellation">Kills the package manager.</param>
    /// <exception cref="DevException">It may not or cannot; the message says what to type instead.</exception>
    public async Task InstallAsync(string package, CancellationToken cancellation)
    {
        if (OperatingSystem.IsMacOS() && Programs.Find("brew") is { } brew)
        {
            await RunToEnd.OutputAsync(new ProcessSpec(brew, "install", package), cancellation).ConfigureAwait(false);
            return;
        }

        if (Programs.Find("apt-get") is null || await RightAsync(cancellation).ConfigureAwait(false) is not { } right)
            throw new DevException($"{package} is missing. Install it, on Debian and Ubuntu with: sudo apt-get install {package}");
        if (!_listsAreFresh)
            await RunToEnd.OutputAsync(AptGet(right, "update"), cancellation).ConfigureAwait(false);
        _listsAreFresh = true;
        await RunToEnd.OutputAsync(AptGet(right, "install", "-y", "--no-install-recommends", package), cancellation).ConfigureAwait(false);
    }

    // How this account becomes root without being asked: it is, or sudo lets it. Null when it does not.
    private static async Task<string[]?> RightAsync(CancellationToken cancellation)
    {
        if (Environment.IsPrivilegedProcess)
            return [];
        var sudo = Programs.Find("sudo");
        return sudo is not null && (await RunToEnd.OutcomeAsync(new ProcessSpec(sudo, "-n", "true"), cancellation).ConfigureAwait(false)).Succeeded ? [sudo, "-n"] : null;
    }

    private static ProcessSpec AptGet(string[] right, params string[] arguments)
    {
        string[] line = [.. right, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", .. arguments];
        return new ProcessSpec(line[0], line[1..]);
    }
}
