using System.Globalization;
using Chat.Core.Presence;
using Chat.Core.Redis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

// REDIS PREFIX USER COUNT: holds COUNT leases of USER, 2 s long, and renews them until it is killed. Says "holding" when it does.
var (redis, prefix, user, count) = (args[0], args[1], Guid.Parse(args[2]), int.Parse(args[3], CultureInfo.InvariantCulture));
var leases = new PresenceLeases(
    new RedisCalls(await ConnectionMultiplexer.ConnectAsync(redis)) { Limit = TimeSpan.FromSeconds(20) },
    new RedisKeys(prefix),
    Options.Create(new PresenceOptions { Lease = TimeSpan.FromSeconds(2) }));
Heartbeat[] beats = [.. Enumerable.Range(0, count).Select(i => new Heartbeat(new Lease(user, $"connection-{i}", 1), TimeSpan.Zero))];

using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
do
{
    await leases.RenewAsync(beats, CancellationToken.None);
    Console.WriteLine("holding");
}
while (await beat.WaitForNextTickAsync());
