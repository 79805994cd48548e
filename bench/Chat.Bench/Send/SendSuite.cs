using System.Collections.Concurrent;
using System.Diagnostics;

namespace Chat.Bench.Send;

/// <summary>What a send costs, over HTTP and over sockets, beside single-row commits in the same run.</summary>
internal static class SendSuite
{
    private const int Rooms = 100;
    private const int Connections = 100;
    private const int PeerClients = 32;

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchTarget target)
    {
        await using var rows = await SingleRows.CreateAsync(target.Postgres, Rooms);
        var peer = await Load.RateAsync(PeerClients, target.Duration, _ => rows.SendAsync(Random.Shared.Next(Rooms)));

        using var talker = await Talker.RegisterAsync(target.Api, Rooms);
        var http = await Load.RateAsync(Connections, target.Duration, n => talker.SendAsync(talker.Rooms[n]));

        using var socket = await talker.ConnectAsync();
        var single = await Load.RateAsync(1, target.Duration, _ => socket.SendAsync(talker.Rooms[0], Guid.CreateVersion7()));
        var latencies = await LatenciesAsync(socket, talker.Rooms[0], target.Duration);
        return
        [
            new($"single rows, {PeerClients} clients, {Rooms} rooms (the peer)", peer, "messages/s", 1),
            new($"HTTP, {Connections} connections, {Rooms} rooms", http, "messages/s", http / peer),
            new("one socket, one message at a time", single, "messages/s", single / peer),
            new("send to own socket, 100 messages/s, half", Load.Percentile(latencies, 0.50), "ms"),
            new("send to own socket, 100 messages/s, 99 of 100", Load.Percentile(latencies, 0.99), "ms"),
        ];
    }

    // From the scheduled time of a send, so that a stall counts for all that it held up.
    private static async Task<List<double>> LatenciesAsync(TalkingSocket socket, string room, TimeSpan duration)
    {
        var due = new ConcurrentDictionary<Guid, long>();
        var latencies = new List<double>();
        socket.Heard = id =>
        {
            if (due.TryRemove(id, out var at)) lock (latencies) latencies.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
        };

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var until = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < until && await timer.WaitForNextTickAsync())
        {
            var id = Guid.CreateVersion7();
            due[id] = Stopwatch.GetTimestamp();
            _ = socket.SendAsync(room, id);
        }

        for (var patience = 0; patience < 200 && !due.IsEmpty; patience++) await timer.WaitForNextTickAsync();
        if (!due.IsEmpty) throw new InvalidOperationException($"{due.Count} messages were never heard.");
        return latencies;
    }
}
