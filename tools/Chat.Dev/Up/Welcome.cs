using Chat.Dev.Terminal;

namespace Chat.Dev.Up;

/// <summary>What is printed when everything runs.</summary>
internal static class Welcome
{
    public static void Print(Steps steps, IReadOnlyList<string> urls, int? webPort)
    {
        var url = urls[0];
        steps.Say($"");
        steps.Say($"  Chat       [link]{(webPort is null ? url : $"http://localhost:{webPort}")}[/]");
        foreach (var other in urls.Skip(1))
            steps.Say($"             [link]{other}[/]");
        steps.Say($"  API        [link]{url}/docs[/]");
        steps.Say($"  Terminal   websocat \"{url.Replace("http", "ws", StringComparison.Ordinal)}/ws?roomCode=room1\"");
        steps.Say($"             then type: {{\"Author\": \"client 1\", \"Content\": \"content1\"}}");
        steps.Say($"  Stop       Ctrl+C (data stays; --fresh starts over)");
        steps.Say($"");
    }
}
