using System.Buffers;
using System.Buffers.Binary;

namespace Chat.LocalHub.Protocol.Framing;

/// <summary>
/// The start of a client's frame, RFC 6455 section 5.2:
/// <c>FIN RSV1-3 opcode(4) | MASK length(7) | extended length (0, 16 or 64 bits) | masking key (32 bits)</c>.
/// </summary>
/// <param name="Final">Whether the message ends with this frame.</param>
/// <param name="Opcode">The kind of frame.</param>
/// <param name="Mask">The masking key, as its four bytes stand in memory.</param>
/// <param name="Length">Bytes of the header.</param>
/// <param name="PayloadLength">Bytes of the payload.</param>
internal readonly record struct FrameHeader(bool Final, Opcode Opcode, uint Mask, int Length, int PayloadLength)
{
    private const int MaxLength = 14;
    private const int MaxControlPayload = 125;

    /// <summary>Reads a header. False without a violation: more bytes are needed.</summary>
    /// <param name="buffer">The unread bytes.</param>
    /// <param name="maxPayload">A longer payload is refused before any of it is read.</param>
    /// <param name="header">The header.</param>
    /// <param name="violation">What the client did wrong.</param>
    public static bool TryRead(in ReadOnlySequence<byte> buffer, int maxPayload, out FrameHeader header, out Violation? violation)
    {
        header = default;
        violation = null;

        Span<byte> scratch = stackalloc byte[MaxLength];
        var bytes = First(buffer, scratch);
        if (bytes.Length < 2)
            return false;

        violation = CheckFirstTwo(bytes[0], bytes[1]);
        if (violation is not null)
            return false;

        var opcode = (Opcode)(bytes[0] & 0x0F);
        var length = (bytes[1] & 0x7F) switch { 126 => 4, 127 => 10, _ => 2 } + 4;
        if (bytes.Length < length)
            return false;

        var payload = (bytes[1] & 0x7F) switch
        {
            126 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            127 => BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]),
            var small => (ulong)small,
        };
        if (payload > (ulong)maxPayload)
        {
            violation = payload > long.MaxValue ? Violation.BadLength : Violation.TooBig;
            return false;
        }

        var mask = BitConverter.ToUInt32(bytes.Slice(length - 4, 4));
        header = new FrameHeader((bytes[0] & 0x80) != 0, opcode, mask, length, (int)payload);
        return true;
    }

    private static Violation? CheckFirstTwo(byte first, byte second)
    {
        if ((first & 0x70) != 0)
            return Violation.ReservedBits;
        if ((first & 0x0F) is not (<= 2 or (>= 8 and <= 10)))
            return Violation.UnknownOpcode;
        if ((second & 0x80) == 0)
            return Violation.NotMasked;
        if ((first & 0x08) != 0 && ((first & 0x80) == 0 || (second & 0x7F) > MaxControlPayload))
            return Violation.BadControlFrame;

        return null;
    }

    private static ReadOnlySpan<byte> First(in ReadOnlySequence<byte> buffer, Span<byte> scratch)
    {
        if (buffer.IsSingleSegment || buffer.FirstSpan.Length >= MaxLength)
            return buffer.FirstSpan;

        var head = buffer.Slice(0, Math.Min(MaxLength, buffer.Length));
        head.CopyTo(scratch);
        return scratch[..(int)head.Length];
    }
}
