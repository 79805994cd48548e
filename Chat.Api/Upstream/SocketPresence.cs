using System.Collections.Concurrent;
using Chat.Core.Presence;
using Chat.Core.Redis;

namespace Chat.Api.Upstream;

/// <summary>
/// The leases of the connections that this process holds, or hears of. Nobody is kept out because Redis is away: the next renewal
/// makes up for what was missed.
/// </summary>
internal sealed partial class SocketPresence(PresenceLeases leases, TimeProvider clock, ILogger<SocketPresence> logger)
{
    private readonly ConcurrentDictionary<string, Lease> _held = new();

    /// <summary>The connection is there, and its socket is in this process from now on.</summary>
    public ValueTask HoldAsync(SocketCaller caller, CancellationToken cancellation)
    {
        // Milliseconds since 1970 grow whenever another process takes the connection over.
        var lease = new Lease(caller.UserId, caller.ConnectionId, clock.GetUtcNow().ToUnixTimeMilliseconds());
        _held[caller.ConnectionId] = lease;
        return TryAsync(async stop => await leases.TouchAsync(lease, stop), cancellation);
    }

    /// <summary>Connections in this process were heard.</summary>
    public ValueTask RenewAsync(IEnumerable<(string ConnectionId, TimeSpan Silence)> heard, CancellationToken cancellation) =>
        TryAsync(
            async stop =>
            {
                Heartbeat[] beats = [.. Held(heard)];
                await leases.RenewAsync(beats, stop);
                // Who left meanwhile was ended before this renewal, which has made the lease again.
                foreach (var gone in beats.Where(beat => !_held.ContainsKey(beat.Lease.ConnectionId)))
                    await leases.EndAsync(gone.Lease, stop);
            },
            cancellation);

    /// <summary>A connection whose socket a service holds was heard.</summary>
    public ValueTask HeardAsync(SocketCaller caller, CancellationToken cancellation) =>
        TryAsync(async stop => await leases.TouchAsync(Remote(caller), stop), cancellation);

    /// <summary>The connection is gone.</summary>
    public ValueTask EndAsync(SocketCaller caller, CancellationToken cancellation)
    {
        var lease = _held.TryRemove(caller.ConnectionId, out var held) ? held : Remote(caller);
        return TryAsync(async stop => await leases.EndAsync(lease, stop), cancellation);
    }

    // A service never gives a connection's id to another one, and any instance may hear of it: one epoch for all.
    private static Lease Remote(SocketCaller caller) => new(caller.UserId, caller.ConnectionId, Epoch: 0);

    private IEnumerable<Heartbeat> Held(IEnumerable<(string ConnectionId, TimeSpan Silence)> heard)
    {
        foreach (var (connectionId, silence) in heard)
        {
            if (_held.TryGetValue(connectionId, out var lease)) yield return new Heartbeat(lease, silence);
        }
    }

    private async ValueTask TryAsync(Func<CancellationToken, Task> change, CancellationToken cancellation)
    {
        try
        {
            await change(cancellation);
        }
        catch (RedisUnavailableException away)
        {
            LogMissed(away);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is away: presence is behind until the next renewal")]
    private partial void LogMissed(Exception away);
}
