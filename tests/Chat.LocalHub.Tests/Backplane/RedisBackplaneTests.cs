using Chat.LocalHub.Operations;
using Chat.LocalHub.Tests.Fixtures;
using Chat.Specs;
using Chat.Testing.Stores;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Backplane;

/// <summary>Two nodes in one process over a real Redis.</summary>
public sealed class RedisBackplaneTests(TestRedis redis) : IClassFixture<TestRedis>, IAsyncLifetime
{
    private TestHub _one = null!;
    private TestHub _two = null!;

    public async Task InitializeAsync()
    {
        var prefix = redis.Prefix + Guid.NewGuid().ToString("N");
        _one = await NodeAsync(prefix);
        _two = await NodeAsync(prefix);
        await Eventually.TrueAsync(() => ValueTask.FromResult(_one.Service.IsBackplaneUp && _two.Service.IsBackplaneUp), "the nodes see each other");
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
    }

    [Fact]
    public async Task A_group_spans_the_nodes_and_each_member_gets_a_message_once()
    {
        using var here = await _one.ConnectWithRolesAsync("here", "g");
        using var there = await _two.ConnectWithRolesAsync("there", "g");

        await here.SendAsync("""{"type":"sendToGroup","group":"g","ackId":1,"noEcho":true,"dataType":"text","data":"x"}""");
        (await there.ReceiveTextAsync()).ShouldBe("""{"type":"message","from":"group","group":"g","fromUserId":"here","dataType":"text","data":"x"}""");
        _one.Service.SendToGroup("g", HubMessage.Json("2"u8.ToArray()), [here.ConnectionId]);
        (await there.ReceiveAsync()).GetProperty("data").GetInt32().ShouldBe(2);
        _two.Service.SendToGroup("g", HubMessage.Json("3"u8.ToArray()), [there.ConnectionId]);

        (await here.ReceiveTextAsync()).ShouldContain("\"ackId\":1");
        (await here.ReceiveAsync()).GetProperty("data").GetInt32().ShouldBe(3);
        await here.ExpectNothingAsync();
        await there.ExpectNothingAsync();
    }

    [Fact]
    public async Task Messages_of_one_node_to_one_group_keep_their_order_on_the_other()
    {
        using var there = await _two.ConnectAsync("there", groups: ["g"]);
        const int count = 5_000;

        for (var i = 0; i < count; i++)
            _one.Service.SendToGroup("g", HubMessage.Json(System.Text.Encoding.UTF8.GetBytes($"{i}")));

        for (var i = 0; i < count; i++)
            (await there.ReceiveAsync()).GetProperty("data").GetInt32().ShouldBe(i);
    }

    [Fact]
    public async Task Users_connections_and_everybody_are_reached_wherever_they_are()
    {
        using var there = await _two.ConnectAsync("there");

        _one.Service.SendToUser("there", HubMessage.Json("1"u8.ToArray()));
        _one.Service.SendToConnection(there.ConnectionId, HubMessage.Json("2"u8.ToArray()));
        _one.Service.SendToAll(HubMessage.Json("3"u8.ToArray()));

        foreach (var expected in new[] { 1, 2, 3 })
        {
            var message = await there.ReceiveAsync();
            message.GetProperty("from").GetString().ShouldBe("server");
            message.GetProperty("data").GetInt32().ShouldBe(expected);
        }
    }

    [Fact]
    public async Task An_operation_has_happened_on_the_other_node_when_it_returns()
    {
        using var there = await _two.ConnectAsync("there");

        (await _one.Service.AddUserToGroupAsync("there", "room", default)).ShouldBe(new Reach(1, Complete: true));
        _one.Service.SendToGroup("room", HubMessage.Json("1"u8.ToArray()));
        (await there.ReceiveAsync()).GetProperty("data").GetInt32().ShouldBe(1);

        (await _one.Service.RemoveConnectionFromGroupAsync(there.ConnectionId, "room", default)).ShouldBe(new Reach(1, Complete: true));
        _one.Service.SendToGroup("room", HubMessage.Json("2"u8.ToArray()));
        (await _one.Service.CloseConnectionAsync(there.ConnectionId, "bye", default)).ShouldBe(new Reach(1, Complete: true));

        (await there.ReceiveTextAsync()).ShouldBe("""{"type":"system","event":"disconnected","message":"Application server closed the connection. Reason: bye"}""");
        (await there.ReadToCloseAsync())!.CloseCode.ShouldBe(1000);
    }

    [Fact]
    public async Task What_exists_is_known_on_every_node()
    {
        using var there = await _two.ConnectAsync("there", groups: ["g"]);

        (await _one.Service.ConnectionExistsAsync(there.ConnectionId, default)).ShouldBe(Existence.Yes);
        (await _one.Service.UserExistsAsync("there", default)).ShouldBe(Existence.Yes);
        (await _one.Service.GroupExistsAsync("g", default)).ShouldBe(Existence.Yes);
        (await _one.Service.ConnectionExistsAsync("nobody", default)).ShouldBe(Existence.No);
        (await _one.Service.UserExistsAsync("nobody", default)).ShouldBe(Existence.No);
        (await _one.Service.GroupExistsAsync("nothing", default)).ShouldBe(Existence.No);
    }

    [Fact]
    public async Task The_members_of_a_group_are_listed_from_all_nodes_in_pages()
    {
        var sockets = new List<HubSocket>();
        for (var i = 0; i < 6; i++)
            sockets.Add(await (i % 2 == 0 ? _one : _two).ConnectAsync($"u{i}", groups: ["g"]));

        var listed = new List<GroupMember>();
        MemberPage page;
        do
        {
            page = await _one.Service.ListGroupAsync("g", listed.Count == 0 ? "" : listed[^1].ConnectionId, 4, default);
            page.Complete.ShouldBeTrue();
            listed.AddRange(page.Members);
        }
        while (page.Members.Count == 4);

        listed.Select(member => member.ConnectionId).ShouldBe(sockets.Select(socket => socket.ConnectionId).Order(StringComparer.Ordinal));
        sockets.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task A_node_that_says_goodbye_is_not_waited_for()
    {
        await _two.StopAsync();

        await Eventually.TrueAsync(
            async () => await _one.Service.ConnectionExistsAsync("nobody", default) == Existence.No, "the node that left is not asked any more");
    }

    private Task<TestHub> NodeAsync(string prefix) =>
        TestHub.StartAsync(
            settings: new() { ["Backplane:Prefix"] = prefix, ["Backplane:HelloInterval"] = "00:00:01", ["Backplane:CallTimeout"] = "00:00:10" },
            redis: redis.ConnectionString);
}
