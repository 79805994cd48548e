using Chat.Core.Common;
using Chat.Core.Log;
using Chat.Core.Rooms;
using Chat.Core.Transport;
using Chat.Specs;
using Chat.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Chat.Core.Tests.Outbox;

public sealed class OutboxRelayTests : IAsyncLifetime
{
    // Its own database for each test: relays of one database share their work.
    private readonly ChatDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Facts_are_told_in_order_and_struck_out()
    {
        await using var host = await CoreHost.StartAsync(_database, relay: true);
        var ada = await host.NewUserAsync();
        var room = await host.NewRoomAsync(ada);
        await SendAsync(host, room, ada, 200);

        await Eventually.TrueAsync(() => ValueTask.FromResult(host.Transport.Told(room).Count == 202), "every fact is told");
        host.Transport.Told(room).ShouldBe(Enumerable.Range(1, 202).Select(n => (long)n));
        await Eventually.TrueAsync(async () => await CountAsync() == 0, "the outbox is empty");
    }

    [Fact]
    public async Task A_member_is_in_the_group_before_the_fact_and_out_of_it_before_the_leaving_is_told()
    {
        await using var host = await CoreHost.StartAsync(_database, relay: true);
        var (ada, bob) = (await host.NewUserAsync(), await host.NewUserAsync());
        var room = await host.NewRoomAsync(ada, bob);
        await host.InScopeAsync<RoomService, Result<Done>>(rooms => rooms.LeaveAsync(bob, room, default));

        await Eventually.TrueAsync(() => ValueTask.FromResult(host.Transport.Told(room).Count == 4), "every fact is told");
        var group = Groups.Room(room);
        host.Transport.Calls.ShouldBe(
        [
            $"send {group} room.created 1",
            $"add {ada} {group}", $"send {Groups.User(ada)} room.joined", $"send {group} member.joined 2",
            $"add {bob} {group}", $"send {Groups.User(bob)} room.joined", $"send {group} member.joined 3",
            $"remove {bob} {group}", $"send {Groups.User(bob)} room.left", $"send {group} member.left 4",
        ]);
    }

    [Fact]
    public async Task A_room_that_cannot_be_told_rests_without_stopping_the_others()
    {
        await using var host = await CoreHost.StartAsync(_database, relay: true);
        var ada = await host.NewUserAsync();
        var (stuck, free) = (await host.NewRoomAsync(ada), await host.NewRoomAsync(ada));
        await Eventually.TrueAsync(() => ValueTask.FromResult(host.Transport.Told(stuck).Count == 2), "every fact is told");
        host.Transport.Refused[Groups.Room(stuck)] = true;

        await SendAsync(host, stuck, ada, 5);
        await SendAsync(host, free, ada, 5);
        await Eventually.TrueAsync(() => ValueTask.FromResult(host.Transport.Told(free).Count == 7), "every fact is told");
        host.Transport.Told(stuck).Count.ShouldBe(2);

        host.Transport.Refused.Clear();
        await Eventually.TrueAsync(() => ValueTask.FromResult(host.Transport.Told(stuck).Count == 7), "every fact is told");
        host.Transport.Told(stuck).ShouldBe([1, 2, 3, 4, 5, 6, 7]);
    }

    [Fact]
    public async Task Two_instances_share_the_rooms_and_tell_each_fact_once()
    {
        await using var first = await CoreHost.StartAsync(_database, relay: true);
        await using var second = await CoreHost.StartAsync(_database, relay: true);
        await Eventually.TrueAsync(async () => (await OwnersAsync()).Count == 2, "both have partitions");
        var ada = await first.NewUserAsync();

        for (var i = 0; i < 10; i++)
        {
            var room = await first.NewRoomAsync(ada);
            await SendAsync(first, room, ada, 20);
            await Eventually.TrueAsync(() => ValueTask.FromResult(first.Transport.Told(room).Count + second.Transport.Told(room).Count == 22), "every fact is told");
            new[] { first.Transport.Told(room).Count, second.Transport.Told(room).Count }.ShouldContain(22);
        }
    }

    [Fact]
    public async Task What_a_dead_instance_left_is_told_by_another()
    {
        Guid ada, room;
        await using (var doomed = await CoreHost.StartAsync(_database))
        {
            ada = await doomed.NewUserAsync();
            room = await doomed.NewRoomAsync(ada);
            await SendAsync(doomed, room, ada, 10);
        }

        // As after a kill: the partitions belong to somebody who is not there any more, for a moment still.
        await _database.DataSource
            .CreateCommand("UPDATE partition_leases SET owner = gen_random_uuid(), expires_at = clock_timestamp() + interval '2 seconds'")
            .ExecuteNonQueryAsync();

        await using var heir = await CoreHost.StartAsync(_database, relay: true);
        await Eventually.TrueAsync(() => ValueTask.FromResult(heir.Transport.Told(room).Count == 12), "every fact is told");
        heir.Transport.Told(room).ShouldBe(Enumerable.Range(1, 12).Select(n => (long)n));
    }

    [Fact]
    public async Task An_instance_that_stops_gives_its_partitions_back()
    {
        await using var first = await CoreHost.StartAsync(_database, relay: true);
        await Eventually.TrueAsync(async () => (await OwnersAsync()).Values.SequenceEqual([64]), "one has all partitions");

        await first.StopAsync();

        (await OwnersAsync()).ShouldBeEmpty();
    }

    private static async Task SendAsync(CoreHost host, Guid room, Guid author, int count)
    {
        for (var i = 0; i < count; i++)
        {
            (await host.Get<RoomLog>().AppendAsync(new Append(room, Guid.CreateVersion7(), author, null, $"{i}"))).Succeeded.ShouldBeTrue();
        }
    }

    private async Task<int> CountAsync()
    {
        await using var db = _database.NewContext();
        return await db.Outbox.CountAsync();
    }

    private async Task<Dictionary<Guid, int>> OwnersAsync()
    {
        await using var db = _database.NewContext();
        return await db.PartitionLeases.Where(lease => lease.Owner != null).GroupBy(lease => lease.Owner!.Value)
            .ToDictionaryAsync(group => group.Key, group => group.Count());
    }
}
