using Chat.LocalHub.Operations;

namespace Chat.LocalHub.Backplane.Redis;

/// <summary>A call that waits for the answers of the other nodes.</summary>
/// <param name="nodes">Who has to answer.</param>
/// <param name="firstSuccessIsAll">Whether one node that found something ends the wait.</param>
internal sealed class PendingCall(ulong[] nodes, bool firstSuccessIsAll)
{
    private readonly Lock _sync = new();
    private readonly HashSet<ulong> _missing = [.. nodes];
    private readonly List<GroupMember> _members = [];
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    /// <summary>Completes when nobody has to answer any more.</summary>
    public Task Done => _done.Task;

    public void Answer(ulong node, NodeAnswer answer)
    {
        lock (_sync)
        {
            if (!_missing.Remove(node))
                return;

            _count += answer.Count;
            _members.AddRange(answer.Members);
            if (firstSuccessIsAll && answer.Count > 0)
                _missing.Clear();
            if (_missing.Count == 0)
                _done.TrySetResult();
        }
    }

    /// <summary>What came so far.</summary>
    public Gathered Result()
    {
        lock (_sync)
            return new Gathered(_count, [.. _members], _missing.Count == 0);
    }
}
