namespace Chat.LocalHub.Backplane.Redis;

/// <summary>
/// Puts the envelopes of one origin on one channel back into the order in which they were sent. Redis keeps that order; the client
/// library from version 2 on hands each message to its handler on a thread of its own and does not. A hole is waited for a moment
/// and then given up, since Redis may have dropped an envelope for good.
/// </summary>
internal sealed class OrderedInbox : IDisposable
{
    private static readonly TimeSpan WaitForFirst = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan WaitForHole = TimeSpan.FromMilliseconds(100);
    private const int MaxHeld = 1024;

    private readonly Lock _sync = new();
    private readonly SortedList<ulong, byte[]> _held = [];
    private readonly Action<byte[]> _handle;
    private readonly ITimer _timer;
    private ulong _next;
    private bool _waiting;

    /// <param name="handle">Gets each envelope once, in order. Does not block.</param>
    /// <param name="clock">For the waits.</param>
    public OrderedInbox(Action<byte[]> handle, TimeProvider clock)
    {
        _handle = handle;
        _timer = clock.CreateTimer(_ => GiveUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Accept(ulong number, byte[] envelope)
    {
        lock (_sync)
        {
            // Zero: this node began to listen in the middle and does not know where the middle is.
            if (_next != 0 && number < _next)
                return;

            _held.TryAdd(number, envelope);
            if (_next != 0)
                HandleHeld(upToHole: true);
            if (_held.Count > MaxHeld)
                HandleHeld(upToHole: false);
            else if (_held.Count > 0 && !_waiting)
                Wait(_next == 0 ? WaitForFirst : WaitForHole);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Wait(TimeSpan time)
    {
        _waiting = true;
        _timer.Change(time, Timeout.InfiniteTimeSpan);
    }

    private void GiveUp()
    {
        lock (_sync)
        {
            _waiting = false;
            HandleHeld(upToHole: false);
        }
    }

    private void HandleHeld(bool upToHole)
    {
        while (_held.Count > 0 && (!upToHole || _held.GetKeyAtIndex(0) == _next))
        {
            _next = _held.GetKeyAtIndex(0) + 1;
            var envelope = _held.GetValueAtIndex(0);
            _held.RemoveAt(0);
            _handle(envelope);
        }
    }
}
