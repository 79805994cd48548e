using Spectre.Console;

namespace Chat.Dev.Terminal;

/// <summary>The console to print to: coloured and as wide as the window on a terminal, plain text of 140 columns in a file or a pipe.</summary>
internal static class Screen
{
    public static IAnsiConsole Create()
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Console;
        var plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
        plain.Profile.Width = 140;
        return plain;
    }
}
