using System.Net;
using Chat.Dev.Replay.Api;
using Chat.Dev.Replay.Irc;

namespace Chat.Dev.Replay;

/// <summary>
/// One log in one room. Lines go one after the other, each after the answer to the one before: that keeps the log's order in the room whatever the network
/// does. Speed comes from many rooms at once.
/// </summary>
internal sealed class RoomReplay(ApiClient api, SpeakerTokens tokens, Room room, IReadOnlyList<IrcLine> lines, SendRules rules)
{
    private readonly HashSet<string> _inside = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What has been done so far.</summary>
    public ReplayTally Tally { get; } = new();

    /// <summary>The messages that the room must hold in the end.</summary>
    public IReadOnlyList<HistoryEntry> Expected =>
        [.. lines.OfType<Said>().Where(line => rules.Refusal(line) is null).Select(line => new HistoryEntry(IdOf(line), line.Nick, line.Text))];

    /// <summary>Plays the log.</summary>
    /// <param name="pause">Waited after each line.</param>
    /// <param name="played">Called after each line.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task PlayAsync(TimeSpan pause, Action played, CancellationToken cancellation)
    {
        foreach (var line in lines)
        {
            await PlayAsync(line, cancellation).ConfigureAwait(false);
            played();
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the room's whole history, page by page.</summary>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(AdminAccess admin, CancellationToken cancellation)
    {
        var history = new List<HistoryEntry>();
        for (long after = 0; ;)
        {
            var path = $"rooms/{room.Id}/messages?after={after}&limit=200";
            var answer = await admin.CallAsync(token => api.GetAsync(path, token, cancellation), cancellation).ConfigureAwait(false);
            var page = answer.Read(ContractsJson.Default.MessagePage, $"Reading room {room.Code}");
            history.AddRange(page.Items.Select(message => new HistoryEntry(message.Id, message.Author.Name, message.Content)));
            if (!page.HasAfter || page.Items.Count == 0)
                return history;
            after = page.Items[^1].Seq;
        }
    }

    private Guid IdOf(Said line) => NameBasedUuid.Create(room.Id, $"{line.Number}\n{line.Nick}\n{line.Text}");

    private Task PlayAsync(IrcLine line, CancellationToken cancellation) => line switch
    {
        Said said => SayAsync(said, cancellation),
        Joined joined => EnterAsync(joined.Nick, cancellation),
        Left left => GoAsync(left.Nick, cancellation),
        Renamed renamed => RenameAsync(renamed, cancellation),
        Skipped skipped => Tally.SkipAsync(skipped.What),
        _ => throw new InvalidOperationException($"No rule for {line}."),
    };

    private async Task SayAsync(Said line, CancellationToken cancellation)
    {
        if (!SendRules.IsUsername(line.Nick))
        {
            Tally.Refuse("not a user name");
            return;
        }

        await EnterAsync(line.Nick, cancellation).ConfigureAwait(false);
        var answer = await AsAsync(line.Nick, token => api.PostAsync(
            $"rooms/{room.Id}/messages", new NewMessage(IdOf(line), line.Text), ContractsJson.Default.NewMessage, token, cancellation), cancellation).ConfigureAwait(false);
        if (answer.Succeeded)
            Tally.Sent++;
        else
            Tally.Refuse(rules.Refusal(line) is { } reason ? $"{reason} ({answer.Code})" : answer.Code);
    }

    // Most speakers have no join line: they come in with their first word.
    private async Task EnterAsync(string nick, CancellationToken cancellation)
    {
        if (!SendRules.IsUsername(nick) || !_inside.Add(nick))
            return;
        var answer = await AsAsync(nick, token => api.PostAsync(
            "rooms/join", new RoomCode(room.Code), ContractsJson.Default.RoomCode, token, cancellation), cancellation).ConfigureAwait(false);
        _ = answer.Read(ContractsJson.Default.Room, $"{nick} joining {room.Code}");
        Tally.Joined++;
    }

    private async Task GoAsync(string nick, CancellationToken cancellation)
    {
        if (!_inside.Remove(nick))
            return;
        var answer = await AsAsync(nick, token => api.PostAsync($"rooms/{room.Id}/leave", token, cancellation), cancellation).ConfigureAwait(false);
        // Not found: a first try left and its answer was lost.
        if (!answer.Succeeded && answer.Status != HttpStatusCode.NotFound)
            throw new DevException($"{nick} leaving {room.Code}: {answer.Code}");
        Tally.Left++;
    }

    private async Task RenameAsync(Renamed line, CancellationToken cancellation)
    {
        Tally.Renamed++;
        await GoAsync(line.From, cancellation).ConfigureAwait(false);
        await EnterAsync(line.To, cancellation).ConfigureAwait(false);
    }

    private async Task<Answer> AsAsync(string nick, Func<string, Task<Answer>> call, CancellationToken cancellation)
    {
        var answer = await call(tokens[nick]).ConfigureAwait(false);
        if (answer.Status != HttpStatusCode.Unauthorized)
            return answer;
        await tokens.RenewAsync(nick, cancellation).ConfigureAwait(false);
        return await call(tokens[nick]).ConfigureAwait(false);
    }
}
