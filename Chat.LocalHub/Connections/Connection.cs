using Chat.LocalHub.Events;
using Chat.LocalHub.Protocol.Framing;
using Chat.LocalHub.Protocol.Json;
using Chat.LocalHub.Protocol.Roles;

namespace Chat.LocalHub.Connections;

/// <summary>
/// One open connection: who it is, what it may do, where it is a member, what waits to be sent to it, and how it ends.
/// Everything here may be called from any thread and nothing waits for the client.
/// </summary>
internal sealed class Connection
{
    private readonly HubMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly IConnectionSink _sink;
    private readonly Lock _groupsSync = new();
    private readonly List<Membership> _groups = [];
    private ClientConnection _view;
    private Disconnection? _end;
    private long _heard;
    private long _closing;
    private bool _left;

    public Connection(ClientConnection view, Permissions permissions, IConnectionSink sink, HubOptions options, HubMetrics metrics, TimeProvider clock)
    {
        _view = view;
        _metrics = metrics;
        _clock = clock;
        _sink = sink;
        Permissions = permissions;
        Sender = ServerFrames.FromUser(view.UserId);
        Outbound = new Outbound(sink, options.OutboundBytes, clock);
        Id = view.ConnectionId;
        UserId = view.UserId;
        Heard();
        NextPing = _heard + (long)(options.PingInterval.TotalSeconds * clock.TimestampFrequency);
    }

    public string Id { get; }

    public string? UserId { get; }

    public Permissions Permissions { get; }

    /// <summary>What names this connection's user in the messages that it publishes.</summary>
    public byte[] Sender { get; }

    public Outbound Outbound { get; }

    /// <summary>Acknowledgement ids that were executed.</summary>
    public AckMemory Acks { get; } = new();

    /// <summary>When the next ping is due, on the clock's counter; only <see cref="Heartbeat"/> touches it.</summary>
    public long NextPing { get; set; }

    /// <summary>The reader waits for the application and does not read: silence is not the client's.</summary>
    public bool IsReadingPaused { get; set; }

    /// <summary>What the application sees.</summary>
    public ClientConnection View => Volatile.Read(ref _view);

    /// <summary>Why it ends; null while it is open.</summary>
    public Disconnection? End => Volatile.Read(ref _end);

    /// <summary>Time since anything came from the client.</summary>
    public TimeSpan Silence => _clock.GetElapsedTime(Volatile.Read(ref _heard));

    /// <summary>Time since the hub sent its close frame; zero before.</summary>
    public TimeSpan ClosingFor => Volatile.Read(ref _closing) is var since and not 0 ? _clock.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Something came from the client.</summary>
    public void Heard() => Volatile.Write(ref _heard, _clock.GetTimestamp());

    /// <summary>The application replaced its state.</summary>
    public void SetState(string state) => Volatile.Write(ref _view, _view with { State = state });

    /// <summary>Queues one or more whole frames. A client that does not keep up is cut.</summary>
    public void Send(ReadOnlyMemory<byte> frames)
    {
        if (!Outbound.TryEnqueue(frames))
            CutAsSlow();
    }

    /// <summary>Makes it a member of a group. False when it is ending.</summary>
    public bool Join(AudienceTable groups, string group)
    {
        lock (_groupsSync)
        {
            if (_left)
                return false;
            if (IndexOf(group) < 0)
                _groups.Add(groups.Join(group, this));
            return true;
        }
    }

    /// <summary>Ends its membership in a group, if there is one.</summary>
    public void Leave(string group)
    {
        lock (_groupsSync)
        {
            var index = IndexOf(group);
            if (index < 0)
                return;

            _groups[index].Audience.Remove(_groups[index]);
            _groups.RemoveAt(index);
        }
    }

    /// <summary>Ends all its memberships in groups.</summary>
    /// <param name="forGood">Whether it can join no more.</param>
    public void LeaveAll(bool forGood = false)
    {
        lock (_groupsSync)
        {
            _left |= forGood;
            foreach (var membership in _groups)
                membership.Audience.Remove(membership);
            _groups.Clear();
        }
    }

    /// <summary>Closes it with a close frame behind everything that is queued. Only the first reason counts.</summary>
    /// <param name="code">The close code.</param>
    /// <param name="end">Why.</param>
    /// <param name="farewell">A frame before the close frame; null for none.</param>
    public void Close(CloseCode code, Disconnection end, byte[]? farewell = null) =>
        Close(FrameWriter.Close(code, end.Reason), end, farewell);

    /// <summary>Closes it because the client broke the protocol.</summary>
    public void Close(Violation violation) => Close(violation.Code, new Disconnection(DisconnectCause.ProtocolError, violation.Reason));

    /// <summary>Answers the client's close frame.</summary>
    public void AnswerClose(ReadOnlySpan<byte> received, Disconnection end) => Close(FrameWriter.CloseEcho(received), end, farewell: null);

    /// <summary>Cuts it without a word. Only the first reason counts.</summary>
    public void Cut(Disconnection end)
    {
        Interlocked.CompareExchange(ref _end, end, null);
        Outbound.Discard();
        _sink.Abort();
    }

    /// <summary>Cuts a client that does not read.</summary>
    public void CutAsSlow()
    {
        if (Interlocked.CompareExchange(ref _end, new Disconnection(DisconnectCause.SlowClient, "The client reads too slowly."), null) is null)
            _metrics.SlowClient();
        Cut(End!);
    }

    private void Close(byte[] closeFrame, Disconnection end, byte[]? farewell)
    {
        if (Interlocked.CompareExchange(ref _end, end, null) is not null)
            return;

        Volatile.Write(ref _closing, Math.Max(1, _clock.GetTimestamp()));
        Outbound.EnqueueLast(farewell is null ? closeFrame : (byte[])[.. farewell, .. closeFrame]);
    }

    private int IndexOf(string group) => _groups.FindIndex(membership => membership.Audience.Name == group);
}
