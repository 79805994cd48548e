using System.Diagnostics;
using Chat.Dev.Processes;
using Chat.Dev.Servers;
using Chat.LocalHub.Operations;
using Chat.LocalHub.Tests.Fixtures;
using Chat.Specs;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Backplane;

/// <summary>Two nodes whose Redis freezes, dies, or was never there.</summary>
public sealed class RedisOutageTests : IAsyncLifetime
{
    // Generous against a busy machine, and far below any time limit that a client library or a kernel would come up with.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(8);

    private readonly string _folder = Directory.CreateTempSubdirectory("chat-hub-redis-").FullName;
    private RedisServer _redis = null!;

    public async Task InitializeAsync() => _redis = await RedisServer.StartAsync(_folder, Signal.Kill, default);

    public async Task DisposeAsync()
    {
        await _redis.KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_frozen_redis_stops_nothing_on_a_node_and_afterwards_the_nodes_are_together_again()
    {
        await using var one = await NodeAsync();
        await using var two = await NodeAsync();
        await TogetherAsync(one, two);
        using var here = await one.ConnectWithRolesAsync("here", "g");
        using var there = await two.ConnectWithRolesAsync("there", "g");

        _redis.Freeze();
        await LocalDeliveryGoesOnAsync(one, here);
        await QuestionsAreBoundedAsync(one, there);
        await NewConnectionsAreServedAsync(one);

        _redis.Thaw();
        await TogetherAsync(one, two);
        await ArrivesAsync(one, there);
    }

    [Fact]
    public async Task A_redis_that_died_and_came_back_empty_joins_the_nodes_again()
    {
        await using var one = await NodeAsync();
        await using var two = await NodeAsync();
        await TogetherAsync(one, two);
        using var here = await one.ConnectWithRolesAsync("here", "g");
        using var there = await two.ConnectWithRolesAsync("there", "g");

        await _redis.KillAsync();
        await LocalDeliveryGoesOnAsync(one, here);
        await QuestionsAreBoundedAsync(one, there);

        await _redis.RestartAsync(default);
        await TogetherAsync(one, two);
        await ArrivesAsync(one, there);
    }

    [Fact]
    public async Task Nodes_start_without_redis_and_find_each_other_when_it_comes()
    {
        await _redis.KillAsync();
        await using var one = await NodeAsync();
        await using var two = await NodeAsync();
        using var here = await one.ConnectWithRolesAsync("here", "g");
        using var there = await two.ConnectWithRolesAsync("there", "g");
        await LocalDeliveryGoesOnAsync(one, here);

        await _redis.RestartAsync(default);
        await TogetherAsync(one, two);
        await ArrivesAsync(one, there);
    }

    private async Task<TestHub> NodeAsync() => await TestHub.StartAsync(
        settings: new() { ["Backplane:HelloInterval"] = "00:00:00.5" }, redis: $"{_redis.ConnectionString},connectTimeout=1000,syncTimeout=1000");

    private static Task TogetherAsync(TestHub one, TestHub two) => Eventually.TrueAsync(
        () => ValueTask.FromResult(one.Service.IsBackplaneUp && two.Service.IsBackplaneUp), "the nodes see each other");

    private static async Task LocalDeliveryGoesOnAsync(TestHub hub, HubSocket member)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < 200; i++)
        {
            hub.Service.SendToGroup("g", HubMessage.Json(System.Text.Encoding.UTF8.GetBytes($"{i}")));
            (await member.ReceiveAsync()).GetProperty("data").GetInt32().ShouldBe(i);
        }

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Bound);
    }

    private static async Task QuestionsAreBoundedAsync(TestHub hub, HubSocket elsewhere)
    {
        var started = Stopwatch.GetTimestamp();
        (await hub.Service.ConnectionExistsAsync(elsewhere.ConnectionId, default)).ShouldBe(Existence.Unknown);
        (await hub.Service.AddUserToGroupAsync("there", "room", default)).ShouldBe(new Reach(0, Complete: false));
        (await hub.Service.UserExistsAsync("here", default)).ShouldBe(Existence.Yes);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Bound);
    }

    private static async Task NewConnectionsAreServedAsync(TestHub hub)
    {
        var started = Stopwatch.GetTimestamp();
        using var late = await hub.ConnectWithRolesAsync("late");
        (await late.AskAsync("""{"type":"joinGroup","group":"a group of another shard","ackId":1}""")).ShouldContain("\"success\":true");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Bound);
    }

    // Sent again and again: what is sent in the moment in which Redis comes back may be lost, and that is not what is asked here.
    private static async Task ArrivesAsync(TestHub from, HubSocket elsewhere)
    {
        var marker = $"\"{Guid.NewGuid():N}\"";
        using var stop = new CancellationTokenSource();
        var sending = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                from.Service.SendToGroup("g", HubMessage.Json(System.Text.Encoding.UTF8.GetBytes(marker)));
                await Task.Delay(20);
            }
        });
        while (!(await elsewhere.ReceiveTextAsync()).Contains(marker, StringComparison.Ordinal))
        {
        }

        await stop.CancelAsync();
        await sending;
    }
}
