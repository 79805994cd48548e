using System.Globalization;
using Chat.Dev.Replay;
using Chat.Dev.Terminal;
using Chat.Dev.Workspace;
using Chat.Specs;
using Chat.Testing;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace Chat.Faults.Tests;

/// <summary>Logs played through the public API of two instances, whatever becomes of one of them.</summary>
public sealed class ReplayTests(TwoInstances chat) : IClassFixture<TwoInstances>, IDisposable
{
    private readonly StringWriter _screen = new();
    private readonly DirectoryInfo _logs = Directory.CreateTempSubdirectory("chat-logs-");

    public void Dispose() => _logs.Delete(recursive: true);

    [Fact]
    public async Task Killing_one_of_two_instances_in_the_middle_loses_doubles_and_reorders_nothing()
    {
        var logs = Enumerable.Range(1, 4).Select(room => MadeUpLog($"crash-{room}", lines: 400)).ToArray();
        var before = await StoredAsync();
        var replay = ReplayAsync(logs);
        await Eventually.TrueAsync(async () => await StoredAsync() - before > 400, "a quarter of the lines is stored");

        await chat.First.KillAsync();
        var code = await replay;
        await chat.First.RestartAsync();

        LastLine.ShouldBe("0 lost, 0 doubled, 0 out of order", _screen.ToString());
        code.ShouldBe(0);
        (await StoredAsync() - before).ShouldBe(1600);
    }

    [Fact]
    public async Task Freezing_an_instance_for_a_while_loses_doubles_and_reorders_nothing()
    {
        var logs = Enumerable.Range(1, 4).Select(room => MadeUpLog($"freeze-{room}", lines: 200)).ToArray();
        var before = await StoredAsync();
        var replay = ReplayAsync(logs);
        await Eventually.TrueAsync(async () => await StoredAsync() - before > 200, "a quarter of the lines is stored");

        chat.First.Freeze();
        await Eventually.TrueAsync(async () => await StoredAsync() - before == 800 || replay.IsCompleted, "the other instance stored the rest");
        chat.First.Thaw();

        (await replay).ShouldBe(0, _screen.ToString());
        LastLine.ShouldBe("0 lost, 0 doubled, 0 out of order");
    }

    [ReplayLogsFact]
    public async Task Real_logs_are_replayed_whole_and_in_order()
    {
        (await ReplayAsync([.. ReplayLogsFactAttribute.Logs.Select(log => new FileInfo(log))])).ShouldBe(0, _screen.ToString());
        LastLine.ShouldBe("0 lost, 0 doubled, 0 out of order");
    }

    private string LastLine => _screen.ToString().TrimEnd().Split('\n')[^1];

    private Task<int> ReplayAsync(IReadOnlyList<FileInfo> logs)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(_screen) });
        var options = new ReplayOptions(logs, [chat.First.Address, chat.Second.Address], chat.AdminToken, LinesPerSecond: 0, SendNothing: false);
        return new ReplayRun(ChatWorkspace.Containing(AppContext.BaseDirectory), options, new Steps(console)).RunAsync(CancellationToken.None);
    }

    private FileInfo MadeUpLog(string name, int lines)
    {
        var file = new FileInfo(Path.Combine(_logs.FullName, name));
        File.WriteAllLines(file.FullName, Enumerable.Range(1, lines).Select(line => $"[09:00] <speaker{line % 7}> line {line} of {name}"));
        return file;
    }

    private async Task<long> StoredAsync()
    {
        await using var count = chat.Database.DataSource.CreateCommand("SELECT count(*) FROM messages");
        return Convert.ToInt64(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
