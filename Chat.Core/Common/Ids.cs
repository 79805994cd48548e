namespace Chat.Core.Common;

/// <summary>Makes ids. All are UUIDs of version 7 (RFC 9562 section 5.7): they sort by time, so that indexes grow at one end.</summary>
public static class Ids
{
    /// <summary>A new id with the time of <paramref name="clock"/>.</summary>
    public static Guid New(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Guid.CreateVersion7(clock.GetUtcNow());
    }
}
