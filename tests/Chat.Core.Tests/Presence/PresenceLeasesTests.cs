using Chat.Core.Presence;
using Chat.Core.Redis;
using Chat.Specs;
using Chat.Testing.Stores;
using Microsoft.Extensions.Options;
using Shouldly;
using StackExchange.Redis;
using Xunit;

namespace Chat.Core.Tests.Presence;

public sealed class PresenceLeasesTests(TestRedis server) : IClassFixture<TestRedis>, IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly RedisKeys _keys = new($"{server.Prefix}{Guid.NewGuid():N}");
    private readonly Guid _ada = Guid.CreateVersion7();
    private readonly Guid _bob = Guid.CreateVersion7();
    private ConnectionMultiplexer _redis = null!;

    public async Task InitializeAsync() => _redis = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);

    public Task DisposeAsync() => _redis.CloseAsync();

    [Fact]
    public async Task A_user_is_online_from_the_first_lease_to_the_end_of_the_last()
    {
        var leases = Leases();
        (await leases.TouchAsync(new Lease(_ada, "phone", 1), None)).ShouldBe(Renewal.CameOnline);
        (await leases.TouchAsync(new Lease(_ada, "laptop", 1), None)).ShouldBe(Renewal.Held);

        (await leases.EndAsync(new Lease(_ada, "phone", 1), None)).ShouldBe(new EndedLease(new Lease(_ada, "phone", 1), WasLast: false));
        (await leases.GetOnlineAsync([_ada, _bob], None)).ShouldBe([_ada]);

        (await leases.EndAsync(new Lease(_ada, "laptop", 1), None)).ShouldBe(new EndedLease(new Lease(_ada, "laptop", 1), WasLast: true));
        (await leases.GetOnlineAsync([_ada, _bob], None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ending_a_lease_twice_ends_it_once()
    {
        var leases = Leases();
        await leases.TouchAsync(new Lease(_ada, "phone", 1), None);

        (await leases.EndAsync(new Lease(_ada, "phone", 1), None)).ShouldNotBeNull();
        (await leases.EndAsync(new Lease(_ada, "phone", 1), None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_holder_that_was_overtaken_can_neither_renew_nor_end()
    {
        var leases = Leases();
        await leases.TouchAsync(new Lease(_ada, "phone", 1), None);
        await leases.TouchAsync(new Lease(_ada, "phone", 2), None);

        (await leases.TouchAsync(new Lease(_ada, "phone", 1), None)).ShouldBe(Renewal.Overtaken);
        (await leases.EndAsync(new Lease(_ada, "phone", 1), None)).ShouldBeNull();
        (await leases.GetOnlineAsync([_ada], None)).ShouldBe([_ada]);
        (await leases.EndAsync(new Lease(_ada, "phone", 2), None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_lease_that_is_not_renewed_runs_out_for_readers_before_anybody_sweeps()
    {
        var leases = Leases(lease: 150);
        await leases.TouchAsync(new Lease(_ada, "phone", 1), None);

        await Eventually.TrueAsync(async () => (await leases.GetOnlineAsync([_ada], None)).Count == 0, "offline");
    }

    [Fact]
    public async Task A_lease_counts_from_when_the_connection_was_last_heard()
    {
        var leases = Leases();
        await leases.RenewAsync([new Heartbeat(new Lease(_ada, "phone", 1), Silence: TimeSpan.FromSeconds(44.9))], None);

        await Eventually.TrueAsync(async () => (await leases.GetOnlineAsync([_ada], None)).Count == 0, "offline 45 s after it was heard");
    }

    [Fact]
    public async Task A_sweep_ends_what_ran_out_and_leaves_what_is_renewed()
    {
        var shortLived = Leases(lease: 100);
        await shortLived.TouchAsync(new Lease(_ada, "phone", 7), None);
        await shortLived.TouchAsync(new Lease(_bob, "phone", 1), None);
        await Leases().TouchAsync(new Lease(_ada, "laptop", 1), None);
        await Leases().TouchAsync(new Lease(_bob, "phone", 1), None);

        var swept = new List<EndedLease>();
        await Eventually.TrueAsync(
            async () =>
            {
                swept.AddRange(await shortLived.SweepAsync(10, None));
                return swept.Count > 0;
            },
            "swept");

        swept.ShouldBe([new EndedLease(new Lease(_ada, "phone", 7), WasLast: false)]);
        (await shortLived.SweepAsync(10, None)).ShouldBeEmpty();
        (await shortLived.GetOnlineAsync([_ada, _bob], None)).ShouldBe([_ada, _bob], ignoreOrder: true);
    }

    [Fact]
    public async Task However_many_sweep_at_once_each_expired_lease_is_ended_by_exactly_one()
    {
        var leases = Leases(lease: 100);
        var killed = Enumerable.Range(0, 600).Select(i => new Lease(i % 2 == 0 ? _ada : _bob, $"connection-{i}", 1)).ToArray();
        await leases.RenewAsync([.. killed.Select(lease => new Heartbeat(lease, TimeSpan.Zero))], None);
        await Eventually.TrueAsync(async () => (await leases.GetOnlineAsync([_ada, _bob], None)).Count == 0, "run out");

        var sweepers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SweepAllAsync(leases)));

        var ended = sweepers.SelectMany(swept => swept).ToArray();
        ended.Select(one => one.Lease).ShouldBe(killed, ignoreOrder: true);
        ended.Count(one => one.WasLast).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task One_round_of_renewals_makes_a_flushed_redis_whole_again()
    {
        var leases = Leases();
        Heartbeat[] live = [new(new Lease(_ada, "phone", 1), TimeSpan.Zero), new(new Lease(_bob, "laptop", 3), TimeSpan.Zero)];
        await leases.RenewAsync(live, None);
        await _redis.GetDatabase().KeyDeleteAsync([_keys.PresenceExpiry, _keys.PresenceUser(_ada), _keys.PresenceUser(_bob)]);

        (await leases.RenewAsync(live, None)).ShouldBe([Renewal.CameOnline, Renewal.CameOnline]);
        (await leases.GetOnlineAsync([_ada, _bob], None)).ShouldBe([_ada, _bob], ignoreOrder: true);
    }

    [Fact]
    public async Task Scripts_that_redis_forgot_are_sent_again()
    {
        var leases = Leases();
        await leases.TouchAsync(new Lease(_ada, "phone", 1), None);
        await _redis.GetDatabase().ExecuteAsync("SCRIPT", "FLUSH");

        (await leases.TouchAsync(new Lease(_ada, "phone", 1), None)).ShouldBe(Renewal.Held);
    }

    private static async Task<List<EndedLease>> SweepAllAsync(PresenceLeases leases)
    {
        var all = new List<EndedLease>();
        while (await leases.SweepAsync(50, None) is { Count: > 0 } swept)
            all.AddRange(swept);
        return all;
    }

    private PresenceLeases Leases(int lease = 45_000) =>
        new(new RedisCalls(_redis) { Limit = Eventually.Limit }, _keys, Options.Create(new PresenceOptions { Lease = TimeSpan.FromMilliseconds(lease) }));
}
