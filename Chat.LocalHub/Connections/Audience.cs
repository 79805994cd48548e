namespace Chat.LocalHub.Connections;

/// <summary>
/// Connections that get the same frames: the members of a group, the devices of a user, or everybody. It lives as long as it has
/// a member.
/// <para>
/// A frame goes to those who are members when it is published. Publishers only append; one of them, or a pool thread when there
/// are many members, drains: it takes all frames that came meanwhile and hands each member one piece of bytes for all of them.
/// Batches form by themselves while a drain runs, and a write per batch instead of a write per message is what fan-out costs.
/// </para>
/// </summary>
/// <param name="table">The table that it stands in.</param>
/// <param name="name">The group or user; compared ordinally.</param>
/// <param name="head">The part of a message frame that is the same for all messages.</param>
internal sealed class Audience(AudienceTable table, string name, byte[] head) : IThreadPoolWorkItem
{
    private const int InlineMembers = 32;

    private readonly Lock _sync = new();
    private readonly List<Membership> _members = [];
    private Connection[]? _snapshot;
    private List<PendingFrame> _pending = [];
    private List<PendingFrame> _draining = [];
    private bool _drainScheduled;
    private bool _dead;

    public string Name { get; } = name;

    public byte[] Head { get; } = head;

    /// <summary>Adds a member. False: the audience has just lost its last member and another takes its place.</summary>
    public bool TryAdd(Membership membership)
    {
        lock (_sync)
        {
            if (_dead)
                return false;

            membership.Slot = _members.Count;
            _members.Add(membership);
            _snapshot = null;
            if (_members.Count == 1)
                table.Occupied(this);
            return true;
        }
    }

    /// <summary>Removes a member; what was published before still reaches it.</summary>
    public void Remove(Membership membership)
    {
        lock (_sync)
        {
            var last = _members[^1];
            _members[membership.Slot] = last;
            last.Slot = membership.Slot;
            _members.RemoveAt(_members.Count - 1);
            _snapshot = null;
            if (_members.Count > 0)
                return;

            _dead = true;
            table.Vacated(this);
        }
    }

    /// <summary>The members at this moment.</summary>
    public Connection[] Snapshot()
    {
        lock (_sync)
            return SnapshotLocked();
    }

    /// <summary>Queues a frame for all present members.</summary>
    /// <param name="frame">The bytes; shared by all members and never changed.</param>
    /// <param name="excluded">Connections that do not get it; null for none.</param>
    public void Publish(byte[] frame, IReadOnlyCollection<Connection>? excluded)
    {
        bool inline;
        lock (_sync)
        {
            if (_dead)
                return;

            _pending.Add(new PendingFrame(SnapshotLocked(), frame, excluded));
            if (_drainScheduled)
                return;

            _drainScheduled = true;
            inline = _members.Count <= InlineMembers;
        }

        if (inline)
            Execute();
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Drains until nothing is left. Only one thread at a time is here.</summary>
    public void Execute()
    {
        while (true)
        {
            lock (_sync)
            {
                if (_pending.Count == 0)
                {
                    _drainScheduled = false;
                    return;
                }

                (_pending, _draining) = (_draining, _pending);
            }

            table.Delivered(FrameBatch.Deliver(_draining));
            _draining.Clear();
        }
    }

    private Connection[] SnapshotLocked()
    {
        if (_snapshot is not null)
            return _snapshot;

        _snapshot = new Connection[_members.Count];
        for (var i = 0; i < _snapshot.Length; i++)
            _snapshot[i] = _members[i].Connection;
        return _snapshot;
    }
}

/// <summary>A frame, and who gets it.</summary>
/// <param name="Members">The members when it was published.</param>
/// <param name="Frame">The bytes.</param>
/// <param name="Excluded">Members that do not get it; null for none.</param>
internal readonly record struct PendingFrame(Connection[] Members, byte[] Frame, IReadOnlyCollection<Connection>? Excluded);
