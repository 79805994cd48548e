using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Chat.Dev.Terminal;

/// <summary>The library's help text, followed by the command's examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<Command, (string Line, string Does)[]> Examples = [];

    /// <summary>Gives a command examples.</summary>
    /// <param name="command">The command.</param>
    /// <param name="lines">What follows <c>./dev.cs</c>, and what that does.</param>
    public static void Add(Command command, params (string Line, string Does)[] lines) => Examples[command] = lines;

    /// <summary>Puts this in the place of a program's help.</summary>
    public static void Install(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    /// <summary>Prints it.</summary>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (!Examples.TryGetValue(parseResult.CommandResult.Command, out var lines))
            return code;
        var width = lines.Max(example => example.Line.Length) + 2;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var (line, does) in lines)
            output.WriteLine($"  ./dev.cs {line.PadRight(width)}{does}");
        output.WriteLine();
        return code;
    }
}
