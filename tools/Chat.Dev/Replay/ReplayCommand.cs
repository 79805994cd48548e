using System.CommandLine;
using System.Globalization;
using Chat.Dev.Terminal;
using Chat.Dev.Up;
using Chat.Dev.Workspace;

namespace Chat.Dev.Replay;

internal static class ReplayCommand
{
    public static Command For(ChatWorkspace workspace, Steps steps)
    {
        var files = new Argument<FileInfo[]>("file") { Description = "IRC logs: [hh:mm] <nick> text, === nick [host]  has joined #channel, …", Arity = ArgumentArity.OneOrMore };
        files.AcceptExistingOnly();
        var urls = new Option<Uri[]>("--url") { Description = "Base addresses of API instances; those of the running up by default", AllowMultipleArgumentsPerToken = true };
        var token = new Option<string?>("--admin-token") { Description = "An administrator's access token; by default signs in as the one that up made" };
        var speed = new Option<string>("--speed") { Description = "Lines a second of each log, or max", DefaultValueFactory = _ => "max", HelpName = "max|N" };
        var verify = new Option<bool>("--verify") { Description = "Send nothing, only compare what is stored" };
        speed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && ParseSpeed(text) is null)
                result.AddError("--speed takes max or a number from 1 to 10000.");
        });

        var command = new Command("replay", "Play IRC logs through the public API as their real speakers, one room per log, then compare every room's history with its log.")
        {
            files, urls, token, speed, verify,
        };
        HelpWithExamples.Add(command,
            ("replay tests/data/small.irc.txt", "as fast as possible, into the running up"),
            ("replay *.txt --speed 20", "so that one can read along"),
            ("replay *.txt --verify", "compare again later"),
            ("replay log.txt --url http://a:8080 http://b:8080", "any instance that answers takes the next line"));
        command.SetAction((parsed, stop) =>
        {
            var addresses = parsed.GetValue(urls) is { Length: > 0 } given ? given
                : RunningUp.Of(workspace)?.Urls.Select(url => new Uri(url)).ToArray() ?? throw new DevException("Nothing is running in this clone: ./dev.cs up, or --url.");
            var options = new ReplayOptions(
                parsed.GetRequiredValue(files), addresses, parsed.GetValue(token), ParseSpeed(parsed.GetRequiredValue(speed))!.Value, parsed.GetValue(verify));
            return new ReplayRun(workspace, options, steps).RunAsync(stop);
        });
        return command;
    }

    // 0 is as fast as possible.
    private static int? ParseSpeed(string text) => text == "max" ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var lines) && lines is >= 1 and <= 10_000 ? lines : null;
}
