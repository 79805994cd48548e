using System.Text.Json;
using Chat.Api.Upstream;
using Chat.Core.Transport;
using Chat.Specs;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Upstream;

/// <summary>A connection that was let in.</summary>
public sealed record Admitted(string ConnectionId, string UserId, string State, IReadOnlyList<string> Groups, IReadOnlyList<string> Roles);

/// <summary>The outcome of an event: what came back, and whether the client is made to send it again.</summary>
public sealed record Outcome(string? Reply, bool MustRepeat);

/// <summary>What holds for everything that comes in from a socket, whichever entrance it takes.</summary>
public abstract class SocketDoorSpecs
{
    private readonly Guid _ada = Guid.CreateVersion7();
    private readonly Guid _session = Guid.CreateVersion7();
    private readonly Guid _red = Guid.CreateVersion7();
    private readonly Guid _blue = Guid.CreateVersion7();

    protected abstract UpstreamApp App { get; }

    /// <summary>Null when it was refused.</summary>
    protected abstract Task<Admitted?> ConnectAsync(string userId, Dictionary<string, string[]> claims, Dictionary<string, string[]> query);

    protected abstract Task ConnectedAsync(Admitted connection);

    protected abstract Task<Outcome> SendAsync(Admitted connection, string name, string data, bool asText = false);

    protected abstract Task DisconnectedAsync(Admitted connection);

    [Fact]
    public async Task A_connection_is_in_the_groups_of_its_user_and_of_their_rooms_and_has_no_roles()
    {
        App.Rooms.Set(_ada, _red, _blue);

        var admitted = (await ConnectAsync()).ShouldNotBeNull();

        admitted.UserId.ShouldBe(_ada.ToString());
        admitted.Groups.ShouldBe([Groups.User(_ada), Groups.Room(_red), Groups.Room(_blue)], ignoreOrder: true);
        admitted.Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_claims_of_our_own_tokens_let_in_as_a_ticket_does()
    {
        var claims = Claims(jti: Guid.NewGuid().ToString());
        (await ConnectAsync($"{_ada}", claims, [])).ShouldNotBeNull();
        (await ConnectAsync($"{_ada}", claims, [])).ShouldBeNull();
    }

    [Fact]
    public async Task A_ticket_lets_in_once()
    {
        var query = Query(Ticket());

        (await ConnectAsync($"{_ada}", [], query)).ShouldNotBeNull();
        (await ConnectAsync($"{_ada}", [], query)).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_is_let_in_without_a_ticket_of_their_own_that_is_good()
    {
        var good = Ticket();
        var parts = good.Split('.');

        (await ConnectAsync($"{_ada}", [], [])).ShouldBeNull("without");
        (await ConnectAsync($"{_ada}", [], Query("nonsense"))).ShouldBeNull("nonsense");
        (await ConnectAsync($"{_ada}", [], Query(Ticket(TimeSpan.FromSeconds(-1))))).ShouldBeNull("expired");
        (await ConnectAsync($"{Guid.NewGuid()}", [], Query(good))).ShouldBeNull("another user's");
        (await ConnectAsync($"{_ada}", [], Query(string.Join('.', parts[0], Guid.NewGuid(), parts[2], parts[3], parts[4])))).ShouldBeNull("another session");
        (await ConnectAsync($"{_ada}", Claims(jti: ""), [])).ShouldBeNull("claims without an id");
        (await ConnectAsync($"{_ada}", [], Query(good))).ShouldNotBeNull("the good one");
    }

    [Fact]
    public async Task A_join_and_a_leave_while_connecting_are_made_up_for()
    {
        App.Rooms.Set(_ada, _red);
        App.Rooms.SetAfterNextRead(_ada, _blue);

        var connection = (await ConnectAsync()).ShouldNotBeNull();
        await ConnectedAsync(connection);

        await Eventually.TrueAsync(() => new(App.Transport.DoneTo(connection.ConnectionId).Count() == 2), "made up for");
        App.Transport.DoneTo(connection.ConnectionId).ShouldBe([$"- {Groups.Room(_red)}", $"+ {Groups.Room(_blue)}"]);
    }

    [Fact]
    public async Task Nothing_is_done_to_a_connection_whose_rooms_stayed_the_same()
    {
        App.Rooms.Set(_ada, _red, _blue);

        var connection = await EnterAsync();

        App.Transport.DoneTo(connection.ConnectionId).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_reaches_its_handler_with_its_caller_and_the_answer_comes_back()
    {
        var connection = await EnterAsync();

        var outcome = await SendAsync(connection, "echo", """{"outcome":"done","ref":"r-1"}""");

        outcome.ShouldBe(new Outcome(
            """{"v":1,"kind":"reply","event":"echo","ref":"r-1","ok":true,"data":{"outcome":"done","ref":"r-1"}}""", MustRepeat: false));
        App.Echo.LastCaller.ShouldBe(new SocketCaller(_ada, _session, connection.ConnectionId));
    }

    [Fact]
    public async Task A_handler_may_name_what_its_reply_refers_to()
    {
        var outcome = await SendAsync(await EnterAsync(), "echo", """{"outcome":"named","ref":"the event's own"}""");

        JsonElement.Parse(outcome.Reply!).GetProperty("ref").GetString().ShouldBe("named by the handler");
    }

    [Fact]
    public async Task Who_asked_for_nothing_is_told_nothing()
    {
        var connection = await EnterAsync();

        (await SendAsync(connection, "echo", """{"outcome":"silent"}""")).ShouldBe(new Outcome(null, MustRepeat: false));
        (await SendAsync(connection, "echo", """{"outcome":"silent","ref":"r"}""")).Reply
            .ShouldBe("""{"v":1,"kind":"reply","event":"echo","ref":"r","ok":true}""");
    }

    [Theory]
    [InlineData("refused", """{"code":"room.full","message":"The room is full.","limit":500}""")]
    [InlineData("limited", """{"code":"rate.limited","message":"Too fast. Wait a moment.","retryAfter":2}""")]
    public async Task A_refusal_is_told_with_its_code_and_what_a_program_can_use(string how, string error)
    {
        var outcome = await SendAsync(await EnterAsync(), "echo", $$"""{"outcome":"{{how}}","ref":"r"}""");

        outcome.ShouldBe(new Outcome($$"""{"v":1,"kind":"reply","event":"echo","ref":"r","ok":false,"error":{{error}}}""", MustRepeat: false));
    }

    [Theory]
    [InlineData("away")]
    [InlineData("bug")]
    public async Task What_could_not_be_handled_is_sent_again_by_the_client(string how)
    {
        var outcome = await SendAsync(await EnterAsync(), "echo", $$"""{"outcome":"{{how}}","ref":"r"}""");

        outcome.ShouldBe(new Outcome(null, MustRepeat: true));
    }

    [Fact]
    public async Task An_event_that_nobody_handles_is_refused()
    {
        var outcome = await SendAsync(await EnterAsync(), "no.such.event", """{"ref":"r"}""");

        Code(outcome).ShouldBe("request.not_found");
    }

    [Fact]
    public async Task An_event_that_is_not_json_is_refused()
    {
        var outcome = await SendAsync(await EnterAsync(), "echo", "just text", asText: true);

        Code(outcome).ShouldBe("request.media_type");
    }

    [Fact]
    public async Task A_user_is_online_while_connected()
    {
        var connection = await EnterAsync();
        (await App.Presence.GetOnlineAsync([_ada], CancellationToken.None)).ShouldBe([_ada]);

        await DisconnectedAsync(connection);
        (await App.Presence.GetOnlineAsync([_ada], CancellationToken.None)).ShouldBeEmpty();
    }

    protected Task<Admitted?> ConnectAsync() => ConnectAsync($"{_ada}", [], Query(Ticket()));

    protected async Task<Admitted> EnterAsync()
    {
        var connection = (await ConnectAsync()).ShouldNotBeNull();
        await ConnectedAsync(connection);
        return connection;
    }

    private string Ticket(TimeSpan? lifetime = null)
    {
        var left = lifetime ?? TimeSpan.FromMinutes(1);
        return App.Tickets.Issue(new ClientGrant($"{_ada}", $"{_session}", left), DateTimeOffset.UtcNow + left);
    }

    private static Dictionary<string, string[]> Query(string ticket) => new() { ["ticket"] = [ticket] };

    private Dictionary<string, string[]> Claims(string jti) => new()
    {
        ["sub"] = [$"{_ada}"],
        ["sid"] = [$"{_session}"],
        ["jti"] = [jti],
        ["exp"] = [$"{DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeSeconds()}"],
    };

    private static string? Code(Outcome outcome) =>
        JsonElement.Parse(outcome.Reply.ShouldNotBeNull()).GetProperty("error").GetProperty("code").GetString();
}
