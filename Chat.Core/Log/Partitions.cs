namespace Chat.Core.Log;

/// <summary>
/// Rooms are told by the relay in 64 partitions. 64, because a set of them is one 64-bit number, which is what a wake-up carries.
/// The number of a room is stored with it and never changes.
/// </summary>
public static class Partitions
{
    /// <summary>How many there are.</summary>
    public const int Count = 64;

    /// <summary>All of them.</summary>
    public const ulong All = ulong.MaxValue;

    /// <summary>The partition of a new room: the low bits of its id, which are random in a version 7 UUID.</summary>
    public static short Of(Guid roomId)
    {
        Span<byte> bytes = stackalloc byte[16];
        roomId.TryWriteBytes(bytes);
        return (short)(bytes[15] % Count);
    }

    /// <summary>The set that holds only <paramref name="partition"/>.</summary>
    public static ulong Mask(short partition) => 1UL << partition;
}
