namespace Chat.LocalHub.Connections;

/// <summary>Hands a run of frames to their members: frames that go to the same members are joined into one piece of bytes first.</summary>
internal static class FrameBatch
{
    // Stays below the large object heap, and near to what one write takes.
    private const int MaxBytes = 64 * 1024;

    /// <summary>Delivers, and returns how many messages that were, counted once per receiver.</summary>
    public static int Deliver(List<PendingFrame> frames)
    {
        var delivered = 0;
        var start = 0;
        while (start < frames.Count)
        {
            var end = EndOfBatch(frames, start, out var bytes, out var excludes);
            var batch = frames.Slice(start, end - start);
            var joined = batch.Count == 1 ? batch[0].Frame : Join(batch, bytes);
            foreach (var member in frames[start].Members)
            {
                if (excludes && IsExcludedFromAny(batch, member))
                    DeliverOneByOne(batch, member);
                else
                    member.Send(joined);
            }

            delivered += batch.Count * frames[start].Members.Length;
            start = end;
        }

        return delivered;
    }

    private static int EndOfBatch(List<PendingFrame> frames, int start, out int bytes, out bool excludes)
    {
        bytes = 0;
        excludes = false;
        var end = start;
        while (end < frames.Count
            && ReferenceEquals(frames[end].Members, frames[start].Members)
            && (end == start || bytes + frames[end].Frame.Length <= MaxBytes))
        {
            bytes += frames[end].Frame.Length;
            excludes |= frames[end].Excluded is not null;
            end++;
        }

        return end;
    }

    private static byte[] Join(List<PendingFrame> batch, int bytes)
    {
        var joined = new byte[bytes];
        var written = 0;
        foreach (var pending in batch)
        {
            pending.Frame.CopyTo(joined, written);
            written += pending.Frame.Length;
        }

        return joined;
    }

    private static bool IsExcludedFromAny(List<PendingFrame> batch, Connection member)
    {
        foreach (var pending in batch)
        {
            if (pending.Excluded is not null && pending.Excluded.Contains(member))
                return true;
        }

        return false;
    }

    private static void DeliverOneByOne(List<PendingFrame> batch, Connection member)
    {
        foreach (var pending in batch)
        {
            if (pending.Excluded is null || !pending.Excluded.Contains(member))
                member.Send(pending.Frame);
        }
    }
}
