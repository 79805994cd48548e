using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Aspire.Hosting.Tests;

/// <summary>The sample AppHost as a process of its own, so that it can be interrupted and killed.</summary>
internal sealed partial class SampleApp : IAsyncDisposable
{
    public const int Interrupt = 2;
    public const int Terminate = 15;
    public const int Kill = 9;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Lines _lines = new();

    private SampleApp(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => _lines.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _lines.Add(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => _lines.Text;

    public int ExitCode => _process.ExitCode;

    public static SampleApp Start(params (string Name, string Value)[] settings)
    {
        var assembly = typeof(SampleApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "SampleAppHost").Value!;
        // A run in the background ignores Ctrl+C, and so would everything that it starts: the sample must not.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", assembly]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__store"] = "Host=nowhere";
        start.Environment["Parameters__web_key"] = "secret{1}";
        start.Environment["ASPNETCORE_URLS"] = "http://localhost:1";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new SampleApp(Process.Start(start)!);
    }

    /// <summary>Waits for a line that matches and returns what its first group caught.</summary>
    public async Task<string> LineAsync(string pattern) => (await _lines.MatchAsync(pattern, Limit)).Groups[1].Value;

    public void Signal(int signal) => SendSignal(_process.Id, signal).ShouldBe(0);

    public Task EndAsync() => _process.WaitForExitAsync().WaitAsync(Limit);

    /// <summary>Waits until there is no such process.</summary>
    public static async Task GoneAsync(string processId)
    {
        var id = int.Parse(processId, System.Globalization.CultureInfo.InvariantCulture);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var limit = new CancellationTokenSource(Limit);
        while (IsAlive(id))
            await pause.WaitForNextTickAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Signal(Terminate);
            await EndAsync();
        }

        _process.Dispose();
    }

    /// <summary>A zombie has ended too: it only waits for whoever adopted it.</summary>
    private static bool IsAlive(int id) =>
        File.Exists($"/proc/{id}/stat") && !StateOf().Match(File.ReadAllText($"/proc/{id}/stat")).Groups[1].Value.Equals("Z", StringComparison.Ordinal);

    [GeneratedRegex(@"\) (\S)")]
    private static partial Regex StateOf();

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int id, int signal);
}
