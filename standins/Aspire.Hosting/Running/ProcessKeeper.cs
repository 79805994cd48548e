using System.Diagnostics;

namespace Aspire.Hosting.Running;

/// <summary>Ends what the AppHost started when the AppHost dies without having done so itself (<c>keeper.sh</c>).</summary>
internal sealed class ProcessKeeper : IDisposable
{
    private readonly Process _shell;
    private readonly Lock _gate = new();

    private ProcessKeeper(Process shell) => _shell = shell;

    public static ProcessKeeper Start()
    {
        using var resource = typeof(ProcessKeeper).Assembly.GetManifestResourceStream("keeper.sh")!;
        using var script = new StreamReader(resource);
        var start = new ProcessStartInfo("setsid", ["sh", "-c", script.ReadToEnd()]) { RedirectStandardInput = true };
        return new ProcessKeeper(Process.Start(start)!);
    }

    public void Began(ResourceProcess process) => Tell($"+{process.Id}");

    public void IsOver(ResourceProcess process) => Tell($"-{process.Id}");

    public void Dispose()
    {
        _shell.StandardInput.Dispose();
        _shell.Dispose();
    }

    private void Tell(string line)
    {
        lock (_gate)
        {
            _shell.StandardInput.WriteLine(line);
            _shell.StandardInput.Flush();
        }
    }
}
