using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Chat.Dev.Replay.Api;
using Chat.Dev.Replay.Irc;
using Chat.Dev.Terminal;
using Chat.Dev.Up;
using Chat.Dev.Workspace;
using Spectre.Console;

namespace Chat.Dev.Replay;

/// <summary><c>./dev.cs replay</c>: plays logs through the public API as their real speakers, one room per log, then reads every room back and compares.</summary>
public sealed partial class ReplayRun(ChatWorkspace workspace, ReplayOptions options, Steps steps)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it.</summary>
    /// <returns>0 when every room's history equals its log.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using var api = new ApiClient(options.Addresses, Patience);
        var admin = new AdminAccess(api, options.AdminToken, new LocalKeys(workspace));
        var limits = (await api.GetAsync("limits", null, stop).ConfigureAwait(false)).Read(ContractsJson.Default.Limits, "Reading limits");
        var logs = options.Files.Select(file => (File: file, Lines: IrcLog.Read(File.ReadAllBytes(file.FullName)).ToList())).ToList();

        var tokens = new SpeakerTokens(api, admin);
        await tokens.ImportAsync(logs.SelectMany(log => log.Lines).SelectMany(Nicks).Where(SendRules.IsUsername), stop).ConfigureAwait(false);
        var rooms = new List<(FileInfo File, int Lines, RoomReplay Replay)>();
        foreach (var (file, lines) in logs)
        {
            var room = await OpenRoomAsync(api, admin, CodeOf(file), stop).ConfigureAwait(false);
            rooms.Add((file, lines.Count, new RoomReplay(api, tokens, room, lines, new SendRules(limits.MessageBytes))));
        }

        var clock = Stopwatch.StartNew();
        if (!options.SendNothing)
            await PlayAsync(rooms, stop).ConfigureAwait(false);
        var took = clock.Elapsed;

        var difference = new HistoryDifference(0, 0, 0, 0);
        var table = ReplayTable.Create();
        foreach (var (file, _, replay) in rooms)
        {
            var one = HistoryCheck.Compare(replay.Expected, await replay.HistoryAsync(admin, stop).ConfigureAwait(false));
            ReplayTable.Add(table, file.Name, replay.Tally, one);
            difference += one;
        }

        steps.Console.Write(table);
        var sent = rooms.Sum(room => room.Replay.Tally.Sent);
        if (!options.SendNothing)
            steps.Say($"{sent} messages in {took.TotalSeconds:0.0} s, {sent / took.TotalSeconds:0} a second, {api.Retries} retries");
        steps.Console.WriteLine(difference.ToString());
        return difference.IsNone ? 0 : 1;
    }

    private Task PlayAsync(List<(FileInfo File, int Lines, RoomReplay Replay)> rooms, CancellationToken stop)
    {
        var pause = options.LinesPerSecond == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(1.0 / options.LinesPerSecond);
        return steps.Console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(progress => Task.WhenAll(rooms.Select(room =>
            {
                var bar = progress.AddTask(Markup.Escape(room.File.Name), maxValue: room.Lines);
                return Task.Run(() => room.Replay.PlayAsync(pause, () => bar.Increment(1), stop), stop);
            })));
    }

    private static async Task<Room> OpenRoomAsync(ApiClient api, AdminAccess admin, string code, CancellationToken stop)
    {
        // Joined first: making a room counts for the administrator's rooms of the day, and a second replay makes none.
        var opened = await admin.CallAsync(token => api.PostAsync("rooms/join", new RoomCode(code), ContractsJson.Default.RoomCode, token, stop), stop).ConfigureAwait(false);
        if (opened.Status == HttpStatusCode.NotFound)
            opened = await admin.CallAsync(token => api.PostAsync("rooms", new NewRoom(code, code), ContractsJson.Default.NewRoom, token, stop), stop).ConfigureAwait(false);
        return opened.Read(ContractsJson.Default.Room, $"Opening room {code}");
    }

    private static IEnumerable<string> Nicks(IrcLine line) => line switch
    {
        Said said => [said.Nick],
        Joined joined => [joined.Nick],
        Renamed renamed => [renamed.To],
        _ => [],
    };

    // 1 to 64 of letters, digits, - and _.
    private static string CodeOf(FileInfo file)
    {
        var code = NotInCode().Replace(file.Name, "-");
        return code.Length <= 64 ? code : code[..64];
    }

    [GeneratedRegex(@"[^A-Za-z0-9_-]")]
    private static partial Regex NotInCode();
}
