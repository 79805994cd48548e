using System.Diagnostics;
using Spectre.Console;

namespace Chat.Dev.Terminal;

/// <summary>Shows what is being done: a spinner while it runs on a terminal, then one line that says how it went and how long it took.</summary>
public sealed class Steps(IAnsiConsole console)
{
    /// <summary>Where the lines go.</summary>
    public IAnsiConsole Console => console;

    /// <summary>Runs a step.</summary>
    /// <param name="name">What is being done, for people.</param>
    /// <param name="work">Does it; what it returns is printed behind the name.</param>
    public async Task RunAsync(string name, Func<Task<string>> work)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var detail = console.Profile.Capabilities.Interactive
                ? await console.Status().StartAsync(Markup.Escape(name), _ => work()).ConfigureAwait(false)
                : await work().ConfigureAwait(false);
            console.MarkupLineInterpolated($"[green]✓[/] {name,-12} {detail} [grey]{clock.Elapsed.TotalSeconds:0.0} s[/]");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            console.MarkupLineInterpolated($"[red]✗[/] {name}");
            throw;
        }
    }

    /// <summary>Prints a line that is not a step.</summary>
    public void Say(FormattableString markup) => console.MarkupLineInterpolated(markup);
}
