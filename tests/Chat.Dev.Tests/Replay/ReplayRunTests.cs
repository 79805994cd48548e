using Chat.Dev.Replay;
using Chat.Dev.Terminal;
using Chat.Dev.Workspace;
using Shouldly;
using Spectre.Console;
using Xunit;

namespace Chat.Dev.Tests.Replay;

public sealed class ReplayRunTests : IDisposable
{
    private readonly FakeChat _chat = new();
    private readonly StringWriter _screen = new();
    private static readonly ChatWorkspace Clone = ChatWorkspace.Containing(AppContext.BaseDirectory);

    [Fact]
    public async Task Plays_a_log_in_order_and_finds_it_in_the_room()
    {
        (await ReplayAsync()).ShouldBe(0);
        LastLine.ShouldBe("0 lost, 0 doubled, 0 out of order");
        _chat.History.Select(message => message.Author).ShouldBe(
            ["ada", "grace", "ada", "ada", "ada_away", "ada", "[x]^y|`\\{z}", "grace", "linus", "grace", "ada", "ada", "ada"]);
        _chat.History[2].Content.ShouldBe("/me nods");
        _screen.ToString().ShouldContain("1 only white space (request.invalid)");
    }

    [Fact]
    public async Task A_second_replay_stores_nothing_twice()
    {
        await ReplayAsync();
        var first = _chat.History.ToList();
        (await ReplayAsync()).ShouldBe(0);
        _chat.History.ShouldBe(first);
    }

    [Fact]
    public async Task Lost_answers_and_busy_servers_change_nothing()
    {
        var calls = 0;
        _chat.Plan = _ => (Interlocked.Increment(ref calls) % 5) switch { 1 => Fault.LoseAnswer, 3 => Fault.Busy, _ => null };
        (await ReplayAsync()).ShouldBe(0);
        LastLine.ShouldBe("0 lost, 0 doubled, 0 out of order");
    }

    [Fact]
    public async Task Goes_on_with_another_instance_when_one_is_gone()
    {
        using var gone = new FakeChat();
        var address = gone.Address;
        gone.Dispose();
        (await ReplayAsync(address, _chat.Address)).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_the_server_took_and_lost_is_found_out()
    {
        var messages = 0;
        _chat.Plan = path => path.EndsWith("/messages", StringComparison.Ordinal) && Interlocked.Increment(ref messages) == 4 ? Fault.Swallow : null;
        (await ReplayAsync()).ShouldBe(1);
        LastLine.ShouldBe("1 lost, 0 doubled, 0 out of order");
    }

    [Fact]
    public async Task A_limit_that_lasts_longer_than_patience_is_said_at_once()
    {
        _chat.Plan = path => path == "rooms/join" ? Fault.ComeBackTomorrow : null;
        (await Should.ThrowAsync<DevException>(() => ReplayAsync())).Message.ShouldContain("room.daily_limit");
    }

    [Fact]
    public async Task Verify_sends_nothing()
    {
        await ReplayAsync();
        _chat.Calls.Clear();
        (await ReplayAsync(sendNothing: true)).ShouldBe(0);
        _chat.Calls.Where(path => path.EndsWith("/leave", StringComparison.Ordinal)).ShouldBeEmpty();
        _chat.History.RemoveAt(5);
        (await ReplayAsync(sendNothing: true)).ShouldBe(1);
    }

    public void Dispose() => _chat.Dispose();

    private string LastLine => _screen.ToString().TrimEnd().Split('\n')[^1];

    private Task<int> ReplayAsync(params Uri[] addresses) => ReplayAsync(sendNothing: false, addresses);

    private Task<int> ReplayAsync(bool sendNothing, params Uri[] addresses)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(_screen) });
        console.Profile.Width = 200;
        var log = new FileInfo(Clone.At("tests", "data", "small.irc.txt"));
        var options = new ReplayOptions([log], addresses.Length > 0 ? addresses : [_chat.Address], "admin", LinesPerSecond: 0, sendNothing);
        return new ReplayRun(Clone, options, new Steps(console)).RunAsync(CancellationToken.None);
    }
}
