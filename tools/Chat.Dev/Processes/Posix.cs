using System.Runtime.InteropServices;

namespace Chat.Dev.Processes;

/// <summary>Signals as POSIX names them. Only processes that this one started are ever signalled: see <see cref="ChildProcess"/>.</summary>
public enum Signal
{
    /// <summary>Ctrl+C; Postgres takes it as "fast shutdown".</summary>
    Interrupt = 2,

    /// <summary>The process ends at once and cleans nothing up.</summary>
    Kill = 9,

    /// <summary>A polite request to end.</summary>
    Terminate = 15,

    /// <summary>A stopped process goes on.</summary>
    Continue = 18,

    /// <summary>The process freezes, sockets stay open.</summary>
    Stop = 19,
}

internal static class Posix
{
    /// <summary>Sends a signal; false when there is no such process.</summary>
    public static bool Send(int pid, Signal signal) => kill(pid, NumberOf(signal)) == 0;

    /// <summary>Whether a process with this id exists (it may be a zombie, or somebody else's).</summary>
    public static bool Exists(int pid) => kill(pid, 0) == 0 || Marshal.GetLastPInvokeError() == PermissionDenied;

    private const int PermissionDenied = 1;

    // The job-control signals are the ones that Linux and the BSDs number differently.
    private static int NumberOf(Signal signal) => (signal, OperatingSystem.IsMacOS()) switch
    {
        (Signal.Stop, true) => 17,
        (Signal.Continue, true) => 19,
        _ => (int)signal,
    };

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int pid, int signal);
}
