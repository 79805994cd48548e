namespace Chat.LocalHub.Connections;

/// <summary>
/// The acknowledgement ids that were executed on one connection, so that a repeat is answered as a duplicate. Kept as runs of
/// consecutive numbers: a client that counts, as the official one does, needs one run for all of them.
/// </summary>
/// <param name="maxRuns">Runs kept; with more the lowest numbers are forgotten.</param>
internal sealed class AckMemory(int maxRuns = 256)
{
    // The reader and the event lane of a connection may be here at once.
    private readonly Lock _sync = new();

    // Sorted, never touching one another.
    private readonly List<Run> _runs = [];

    public bool Contains(ulong ackId)
    {
        lock (_sync)
        {
            var index = RunAtOrBefore(ackId);
            return index >= 0 && ackId <= _runs[index].Last;
        }
    }

    public void Add(ulong ackId)
    {
        lock (_sync)
        {
            AddLocked(ackId);
            if (_runs.Count > maxRuns)
                _runs.RemoveAt(0);
        }
    }

    private void AddLocked(ulong ackId)
    {
        var before = RunAtOrBefore(ackId);
        if (before >= 0 && ackId <= _runs[before].Last)
            return;

        var extendsBefore = before >= 0 && _runs[before].Last + 1 == ackId;
        var extendsNext = before + 1 < _runs.Count && _runs[before + 1].First - 1 == ackId;
        if (extendsBefore && extendsNext)
        {
            _runs[before] = new Run(_runs[before].First, _runs[before + 1].Last);
            _runs.RemoveAt(before + 1);
        }
        else if (extendsBefore)
            _runs[before] = _runs[before] with { Last = ackId };
        else if (extendsNext)
            _runs[before + 1] = _runs[before + 1] with { First = ackId };
        else
            _runs.Insert(before + 1, new Run(ackId, ackId));
    }

    private int RunAtOrBefore(ulong ackId)
    {
        var low = 0;
        var high = _runs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_runs[middle].First <= ackId)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private readonly record struct Run(ulong First, ulong Last);
}
