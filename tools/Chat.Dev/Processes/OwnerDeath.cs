using System.Diagnostics;

namespace Chat.Dev.Processes;

/// <summary>
/// How a child is started so that it cannot outlive its owner: <c>setpriv --pdeathsig</c> asks the kernel to signal it when the owner dies,
/// even by SIGKILL, and <c>setsid</c> keeps the terminal's Ctrl+C away from it, so that the owner decides who stops first. Both
/// replace themselves by the program: the process id is the program's. Elsewhere than on Linux the program is started as it is.
/// </summary>
internal static class OwnerDeath
{
    public static ProcessStartInfo StartInfo(ProcessSpec spec)
    {
        if (!OperatingSystem.IsLinux())
            return new ProcessStartInfo(spec.Program, spec.Arguments);

        string[] account = spec.Account is { } name && Environment.IsPrivilegedProcess
            ? ["--reuid", name, "--regid", GroupOf(name), "--init-groups"]
            : [];
        var signal = spec.OnOwnerDeath switch { Signal.Interrupt => "INT", Signal.Terminate => "TERM", _ => "KILL" };
        return new ProcessStartInfo("setsid", ["setpriv", .. account, "--pdeathsig", signal, "--", spec.Program, .. spec.Arguments]);
    }

    private static string GroupOf(string account)
    {
        foreach (var line in File.ReadLines("/etc/passwd"))
        {
            if (line.Split(':') is [var name, _, _, var group, ..] && name == account)
                return group;
        }

        throw new InvalidOperationException($"This machine has no account '{account}'.");
    }
}
