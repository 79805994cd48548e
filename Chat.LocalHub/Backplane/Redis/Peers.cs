namespace Chat.LocalHub.Backplane.Redis;

/// <summary>
/// Which other nodes there are: those whose sign of life was heard lately. Hearing one's own is the proof that the way through Redis
/// works; a connection that is open says little, since a frozen Redis keeps it open.
/// </summary>
internal sealed class Peers(ulong self, BackplaneOptions options, TimeProvider clock)
{
    private const int MissedHellos = 3;

    private readonly Lock _sync = new();
    private readonly Dictionary<ulong, long> _heard = [];
    private readonly TimeSpan _lifetime = options.HelloInterval * MissedHellos;
    private readonly TimeSpan _settling = options.HelloInterval < options.CallTimeout ? options.HelloInterval : options.CallTimeout;
    private long _ownSince;
    private long _ownLast;

    /// <summary>
    /// Whether own signs come back, and have done so for long enough that those of the others came too: right after the way opened a
    /// node does not know yet who is there.
    /// </summary>
    public bool IsUp
    {
        get
        {
            lock (_sync)
                return _ownLast != 0 && clock.GetElapsedTime(_ownLast) < _lifetime && clock.GetElapsedTime(_ownSince) >= _settling;
        }
    }

    /// <summary>The other nodes.</summary>
    public ulong[] Live()
    {
        lock (_sync)
            return [.. _heard.Where(peer => clock.GetElapsedTime(peer.Value) < _lifetime).Select(peer => peer.Key)];
    }

    /// <summary>A sign of life came. True when it is the first of its node, or the first after a silence.</summary>
    public bool Heard(ulong node)
    {
        var now = clock.GetTimestamp();
        lock (_sync)
        {
            if (node != self)
            {
                var isNew = !_heard.TryGetValue(node, out var last) || clock.GetElapsedTime(last) >= _lifetime;
                _heard[node] = now;
                return isNew;
            }

            var returned = _ownLast == 0 || clock.GetElapsedTime(_ownLast) >= _lifetime;
            if (returned)
                _ownSince = now;
            _ownLast = now;
            return returned;
        }
    }

    /// <summary>A node said goodbye.</summary>
    public void Left(ulong node)
    {
        lock (_sync)
            _heard.Remove(node);
    }

    /// <summary>Forgets the nodes that fell silent long ago, and returns them.</summary>
    public ulong[] Forget()
    {
        lock (_sync)
        {
            ulong[] silent = [.. _heard.Where(peer => clock.GetElapsedTime(peer.Value) >= _lifetime * 2).Select(peer => peer.Key)];
            foreach (var node in silent)
                _heard.Remove(node);
            return silent;
        }
    }
}
