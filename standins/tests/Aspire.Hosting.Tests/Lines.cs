using System.Text;
using System.Text.RegularExpressions;

namespace Aspire.Hosting.Tests;

/// <summary>Lines that arrive while a test waits for one of them.</summary>
internal sealed class Lines : TextWriter
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    public override Encoding Encoding => Encoding.UTF8;

    public string Text
    {
        get
        {
            lock (_gate)
                return string.Join('\n', _lines);
        }
    }

    public override void WriteLine(string? value) => Add(value);

    public void Add(string? line)
    {
        lock (_gate)
            _lines.Add(line ?? "");
    }

    public async Task<Match> MatchAsync(string pattern, TimeSpan limit)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var cancellation = new CancellationTokenSource(limit);
        while (true)
        {
            if (Regex.Match(Text, pattern, RegexOptions.Multiline) is { Success: true } match)
                return match;
            try
            {
                await pause.WaitForNextTickAsync(cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"No line matched {pattern} in:\n{Text}");
            }
        }
    }
}
