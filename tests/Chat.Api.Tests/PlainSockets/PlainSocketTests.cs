using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Chat.Specs;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.PlainSockets;

[Collection(RunningApi.Collection)]
public sealed class PlainSocketTests(RunningApi api)
{
    [Fact]
    public async Task PL2_A_line_goes_to_everybody_in_the_room_the_sender_included()
    {
        var code = Person.NewName();
        using var one = await ConnectAsync(code);
        using var two = await ConnectAsync(code);

        await SendAsync(one, """{"Author": "client 1", "Content": "content1"}""");

        foreach (var socket in new[] { one, two })
        {
            var line = await ReadAsync(socket);
            (line.GetProperty("Author").GetString(), line.GetProperty("Content").GetString()).ShouldBe(("client 1", "content1"));
            line.GetProperty("Seq").GetInt64().ShouldBe(2);
            line.GetProperty("At").GetDateTimeOffset().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task PL1_Many_who_come_at_once_make_one_room()
    {
        var code = Person.NewName();
        var sockets = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ConnectAsync(code)));
        await SendAsync(sockets[3], """{"content":"here"}""");
        foreach (var socket in sockets) (await ReadAsync(socket)).GetProperty("Content").GetString().ShouldBe("here");
        foreach (var socket in sockets) socket.Dispose();
    }

    [Fact]
    public async Task PL2_With_noEcho_the_sender_does_not_hear_itself()
    {
        var code = Person.NewName();
        using var quiet = await ConnectAsync(code, "&noEcho=true");
        using var other = await ConnectAsync(code);
        await SendAsync(quiet, """{"Content":"mine"}""");
        await ReadAsync(other);
        await SendAsync(other, """{"Content":"yours"}""");
        (await ReadAsync(quiet)).GetProperty("Content").GetString().ShouldBe("yours");
    }

    [Theory]
    [InlineData("hello", "request.invalid")]
    [InlineData("[]", "request.invalid")]
    [InlineData("""{"Author":"x"}""", "request.invalid")]
    [InlineData("""{"Content":5}""", "request.invalid")]
    [InlineData("""{"Content":"  "}""", "message.empty")]
    public async Task PL3_A_line_that_is_refused_is_answered_and_the_socket_stays_open(string line, string code)
    {
        using var socket = await ConnectAsync(Person.NewName());
        await SendAsync(socket, line);
        (await ReadAsync(socket)).GetProperty("Error").GetString().ShouldBe(code);
        await SendAsync(socket, """{"Content":"still here"}""");
        (await ReadAsync(socket)).GetProperty("Content").GetString().ShouldBe("still here");
    }

    [Fact]
    public async Task PL4_Since_brings_what_was_said_after_a_position()
    {
        var code = Person.NewName();
        using var first = await ConnectAsync(code);
        for (var i = 0; i < 5; i++)
        {
            await SendAsync(first, $$"""{"Content":"{{i}}"}""");
            await ReadAsync(first);
        }

        using var late = await ConnectAsync(code, "&since=3");

        for (var i = 2; i < 5; i++) (await ReadAsync(late)).GetProperty("Content").GetString().ShouldBe($"{i}");
    }

    [Fact]
    public async Task PL5_Without_an_author_the_name_says_where_the_guest_is()
    {
        using var socket = await ConnectAsync(Person.NewName());
        await SendAsync(socket, """{"Content":"who am I"}""");
        (await ReadAsync(socket)).GetProperty("Author").GetString().ShouldBe("User_127.0.0.1");
    }

    [Fact]
    public async Task A_member_and_a_guest_talk_in_one_room()
    {
        var code = Person.NewName();
        using var guest = await ConnectAsync(code);
        using var ada = await Person.RegisterAsync(api.Address);
        var room = (await ada.JoinAsync(code)).GetProperty("id").GetGuid();
        await using var socket = await ada.ConnectAsync();

        await SendAsync(guest, """{"Author":"terminal","Content":"hello web"}""");
        var heard = await socket.NextOfKindAsync("message.created");
        heard.GetProperty("data").GetProperty("content").GetString().ShouldBe("hello web");
        heard.GetProperty("data").GetProperty("author").GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);
        await ReadAsync(guest);

        await ada.SendAsync(room, "hello terminal");
        var line = await ReadAsync(guest);
        (line.GetProperty("Author").GetString(), line.GetProperty("Content").GetString()).ShouldBe((ada.Name, "hello terminal"));
    }

    [Fact]
    public async Task PL1_Where_guests_are_off_there_is_nothing_to_connect_to()
    {
        await using var closed = await api.StartInstanceAsync(("Chat__Guests__Enabled", "false"));
        using var socket = new ClientWebSocket();
        var refused = await Should.ThrowAsync<WebSocketException>(
            () => socket.ConnectAsync(new Uri($"ws://{closed.Address.Authority}/ws?roomCode=x"), CancellationToken.None));
        refused.Message.ShouldContain("404");
    }

    [Theory]
    [InlineData("roomCode=no%20spaces")]
    [InlineData("")]
    [InlineData("roomCode=x&since=-1")]
    [InlineData("roomCode=x&since=y")]
    public async Task A_query_that_makes_no_sense_is_refused_before_the_socket_opens(string query)
    {
        using var socket = new ClientWebSocket();
        var refused = await Should.ThrowAsync<WebSocketException>(
            () => socket.ConnectAsync(new Uri($"ws://{api.Address.Authority}/ws?{query}"), CancellationToken.None));
        refused.Message.ShouldContain("400");
    }

    private async Task<ClientWebSocket> ConnectAsync(string code, string more = "")
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{api.Address.Authority}/ws?roomCode={code}{more}"), CancellationToken.None);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string line) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(line), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async Task<JsonElement> ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        using var limit = new CancellationTokenSource(Eventually.Limit);
        var part = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
        part.MessageType.ShouldBe(WebSocketMessageType.Text);
        return JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, part.Count));
    }
}
