using Chat.LocalHub.Operations;
using Chat.LocalHub.Tests.Fixtures;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Connections;

public sealed class GroupTests : IAsyncLifetime
{
    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await TestHub.StartAsync();

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_member_gets_what_another_member_publishes()
    {
        using var anna = await _hub.ConnectWithRolesAsync("anna");
        using var bert = await _hub.ConnectWithRolesAsync("bert");
        (await anna.AskAsync("""{"type":"joinGroup","group":"g","ackId":1}""")).ShouldBe("""{"type":"ack","ackId":1,"success":true}""");
        (await bert.AskAsync("""{"type":"joinGroup","group":"g","ackId":1}""")).ShouldBe("""{"type":"ack","ackId":1,"success":true}""");

        await anna.SendAsync("""{"type":"sendToGroup","group":"g","ackId":2,"dataType":"json","data":{"a": 1}}""");

        var expected = """{"type":"message","from":"group","group":"g","fromUserId":"anna","dataType":"json","data":{"a": 1}}""";
        (await bert.ReceiveTextAsync()).ShouldBe(expected);
        new[] { await anna.ReceiveTextAsync(), await anna.ReceiveTextAsync() }
            .ShouldBe([expected, """{"type":"ack","ackId":2,"success":true}"""], ignoreOrder: true);
    }

    [Fact]
    public async Task NoEcho_spares_the_publishing_connection_and_not_the_other_ones_of_its_user()
    {
        using var phone = await _hub.ConnectWithRolesAsync("anna", "g");
        using var laptop = await _hub.ConnectWithRolesAsync("anna", "g");

        await phone.SendAsync("""{"type":"sendToGroup","group":"g","noEcho":true,"dataType":"text","data":"x"}""");

        (await laptop.ReceiveTextAsync()).ShouldContain("\"data\":\"x\"");
        await phone.ExpectNothingAsync();
    }

    [Fact]
    public async Task Publishing_does_not_need_membership()
    {
        using var member = await _hub.ConnectWithRolesAsync("m", "g");
        using var outsider = await _hub.ConnectWithRolesAsync("o");

        (await outsider.AskAsync("""{"type":"sendToGroup","group":"g","ackId":1,"dataType":"text","data":"x"}""")).ShouldContain("\"success\":true");

        (await member.ReceiveTextAsync()).ShouldContain("\"fromUserId\":\"o\"");
        await outsider.ExpectNothingAsync();
    }

    [Fact]
    public async Task Without_a_role_nothing_can_be_done_to_groups()
    {
        using var socket = await _hub.ConnectAsync("u");

        (await socket.AskAsync("""{"type":"joinGroup","group":"g","ackId":1}""")).ShouldContain("\"name\":\"Forbidden\"");
        (await socket.AskAsync("""{"type":"leaveGroup","group":"g","ackId":2}""")).ShouldContain("\"name\":\"Forbidden\"");
        (await socket.AskAsync("""{"type":"sendToGroup","group":"g","ackId":3,"data":1}""")).ShouldBe(
            """{"type":"ack","ackId":3,"success":false,"error":{"name":"Forbidden","message":"The client has no permission to send message to group 'g'."}}""");
    }

    [Fact]
    public async Task Joining_twice_and_leaving_what_one_is_not_in_succeed()
    {
        using var socket = await _hub.ConnectWithRolesAsync("u", "g");

        (await socket.AskAsync("""{"type":"joinGroup","group":"g","ackId":1}""")).ShouldContain("\"success\":true");
        (await socket.AskAsync("""{"type":"leaveGroup","group":"other","ackId":2}""")).ShouldContain("\"success\":true");

        _hub.Service.SendToGroup("g", HubMessage.Json("1"u8.ToArray()));
        (await socket.ReceiveTextAsync()).ShouldBe("""{"type":"message","from":"group","group":"g","dataType":"json","data":1}""");
        await socket.ExpectNothingAsync();
    }

    [Fact]
    public async Task An_acknowledgement_id_that_succeeded_is_a_duplicate_the_second_time_and_one_that_failed_is_not()
    {
        using var socket = await _hub.ConnectAsync("u", ["webpubsub.sendToGroup"], ["g"]);

        (await socket.AskAsync("""{"type":"joinGroup","group":"g","ackId":7}""")).ShouldContain("Forbidden");
        await socket.SendAsync("""{"type":"sendToGroup","group":"g","ackId":7,"noEcho":true,"data":1}""");
        (await socket.ReceiveTextAsync()).ShouldBe("""{"type":"ack","ackId":7,"success":true}""");
        (await socket.AskAsync("""{"type":"sendToGroup","group":"g","ackId":7,"data":1}""")).ShouldBe(
            """{"type":"ack","ackId":7,"success":false,"error":{"name":"Duplicate","message":"Message with ack-id: 7 has been processed"}}""");
        await socket.ExpectNothingAsync();
    }

    [Fact]
    public async Task The_server_adds_removes_and_sends_without_any_role_of_the_client()
    {
        using var socket = await _hub.ConnectAsync("u");
        (await _hub.Service.AddUserToGroupAsync("u", "room", default)).ShouldBe(new Reach(1, Complete: true));
        _hub.Service.SendToGroup("room", HubMessage.Text("hé\"\n"u8.ToArray()));
        (await socket.ReceiveTextAsync()).ShouldBe("""{"type":"message","from":"group","group":"room","dataType":"text","data":"hé\"\n"}""");

        await _hub.Service.RemoveConnectionFromGroupAsync(socket.ConnectionId, "room", default);
        _hub.Service.SendToGroup("room", HubMessage.Text("gone"u8.ToArray()));
        _hub.Service.SendToUser("u", HubMessage.Binary(new byte[] { 1, 2, 3 }));
        (await socket.ReceiveTextAsync()).ShouldBe("""{"type":"message","from":"server","dataType":"binary","data":"AQID"}""");
    }

    [Fact]
    public async Task What_was_published_before_a_member_left_still_reaches_it_and_nothing_after_does()
    {
        using var socket = await _hub.ConnectAsync("u", groups: ["g"]);

        for (var i = 0; i < 100; i++)
            _hub.Service.SendToGroup("g", HubMessage.Json("1"u8.ToArray()));
        await _hub.Service.RemoveUserFromGroupAsync("u", "g", default);
        _hub.Service.SendToGroup("g", HubMessage.Json("2"u8.ToArray()));

        for (var i = 0; i < 100; i++)
            (await socket.ReceiveAsync()).GetProperty("data").GetInt32().ShouldBe(1);
        await socket.ExpectNothingAsync();
    }

    [Fact]
    public async Task Excluded_connections_get_nothing()
    {
        using var anna = await _hub.ConnectAsync("anna", groups: ["g"]);
        using var bert = await _hub.ConnectAsync("bert", groups: ["g"]);

        _hub.Service.SendToGroup("g", HubMessage.Json("1"u8.ToArray()), [anna.ConnectionId, "nobody"]);
        _hub.Service.SendToAll(HubMessage.Json("2"u8.ToArray()), [bert.ConnectionId]);

        (await bert.ReceiveAsync()).GetProperty("data").GetInt32().ShouldBe(1);
        (await anna.ReceiveTextAsync()).ShouldBe("""{"type":"message","from":"server","dataType":"json","data":2}""");
        await bert.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_group_exists_while_it_has_a_member()
    {
        (await _hub.Service.GroupExistsAsync("g", default)).ShouldBe(Existence.No);
        var socket = await _hub.ConnectAsync("u", groups: ["g"]);
        (await _hub.Service.GroupExistsAsync("g", default)).ShouldBe(Existence.Yes);
        (await _hub.Service.UserExistsAsync("u", default)).ShouldBe(Existence.Yes);
        (await _hub.Service.ConnectionExistsAsync(socket.ConnectionId, default)).ShouldBe(Existence.Yes);

        socket.Reset();

        await Specs.Eventually.TrueAsync(async () => await _hub.Service.GroupExistsAsync("g", default) == Existence.No, "the group is gone");
        (await _hub.Service.UserExistsAsync("u", default)).ShouldBe(Existence.No);
        (await _hub.Service.ConnectionExistsAsync(socket.ConnectionId, default)).ShouldBe(Existence.No);
    }
}
