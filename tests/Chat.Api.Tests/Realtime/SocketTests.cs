using System.Net.WebSockets;
using System.Text.Json;
using Chat.Specs;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Realtime;

[Collection(RunningApi.Collection)]
public sealed class SocketTests(RunningApi api)
{
    [Fact]
    public async Task SK4_A_message_sent_over_a_socket_is_replied_to_acked_and_heard_by_its_sender()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        var (room, _) = await ada.NewRoomAsync();
        await using var socket = await ada.ConnectAsync();
        var id = Guid.CreateVersion7();

        var (ack, before) = await socket.SendEventAsync("message.send", $$"""{"room":"{{room}}","id":"{{id}}","content":"hello"}""");

        ack.GetProperty("success").GetBoolean().ShouldBeTrue();
        var reply = Json(before.Single(data => Kind(data) == "reply"));
        (reply.GetProperty("event").GetString(), reply.GetProperty("ref").GetGuid(), reply.GetProperty("ok").GetBoolean()).ShouldBe(("message.send", id, true));
        reply.GetProperty("data").GetProperty("seq").GetInt64().ShouldBe(3);
        var heard = before.FirstOrDefault(data => Kind(data) == "message.created") is { } early ? Json(early) : await socket.NextOfKindAsync("message.created");
        heard.GetProperty("data").GetProperty("id").GetGuid().ShouldBe(id);
    }

    [Fact]
    public async Task SK4_A_refused_message_says_why()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        await using var socket = await ada.ConnectAsync();

        var (ack, before) = await socket.SendEventAsync("message.send", $$"""{"room":"{{Guid.CreateVersion7()}}","id":"{{Guid.CreateVersion7()}}","content":"hello"}""");

        ack.GetProperty("success").GetBoolean().ShouldBeFalse();
        var reply = Json(before.ShouldHaveSingleItem());
        reply.GetProperty("ok").GetBoolean().ShouldBeFalse();
        reply.GetProperty("error").GetProperty("code").GetString().ShouldBe("room.not_found");
    }

    [Theory]
    [InlineData("""{"type":"joinGroup","group":"room:x","ackId":1}""")]
    [InlineData("""{"type":"sendToGroup","group":"room:x","ackId":1,"dataType":"text","data":"x"}""")]
    public async Task SK2_A_client_cannot_touch_groups(string frame)
    {
        using var ada = await Person.RegisterAsync(api.Address);
        await using var socket = await ada.ConnectAsync();
        await socket.SendAsync(frame);
        var ack = await socket.NextAsync();
        (ack.GetProperty("success").GetBoolean(), ack.GetProperty("error").GetProperty("name").GetString()).ShouldBe((false, "Forbidden"));
    }

    [Fact]
    public async Task SK1_An_address_opens_one_socket()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        var url = new Uri((await ada.PostAsync("realtime/negotiate")).GetProperty("url").GetString()!);
        await using var first = await ScriptedClient.ConnectAsync(url);

        (await Should.ThrowAsync<WebSocketException>(() => ScriptedClient.ConnectAsync(url))).Message.ShouldContain("401");
    }

    [Fact]
    public async Task SK2_A_live_connection_follows_its_user_into_and_out_of_rooms()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        using var bob = await Person.RegisterAsync(api.Address);
        var (room, code) = await ada.NewRoomAsync();
        await using var socket = await bob.ConnectAsync();

        await bob.JoinAsync(code);
        await UntilAsync(socket, "room.joined");
        await UntilAsync(socket, "member.joined");
        await ada.SendAsync(room, "welcome");
        await UntilAsync(socket, "message.created");

        await bob.PostAsync($"rooms/{room}/leave");
        await UntilAsync(socket, "room.left");
        await ada.SendAsync(room, "behind your back");
        var (other, _) = await bob.NewRoomAsync();
        var next = await UntilAsync(socket, "room.joined");
        next.GetProperty("data").GetProperty("room").GetGuid().ShouldBe(other);
    }

    // The next message must be of this kind: anything else would be something that this connection should not hear.
    private static async Task<JsonElement> UntilAsync(ScriptedClient socket, string kind)
    {
        var message = await socket.NextDataAsync();
        Kind(message).ShouldBe(kind, message);
        return Json(message);
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static string? Kind(string text) => Json(text).GetProperty("kind").GetString();
}
