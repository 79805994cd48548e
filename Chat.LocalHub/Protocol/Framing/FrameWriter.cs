using System.Buffers;
using System.Buffers.Binary;
using System.Text.Unicode;

namespace Chat.LocalHub.Protocol.Framing;

/// <summary>Writes a server's frames: final, not masked, with the shortest length form (RFC 6455 section 5.2).</summary>
internal static class FrameWriter
{
    private const int MaxCloseReason = 123;

    /// <summary>Bytes of the header before a payload of this length.</summary>
    public static int HeaderLength(int payloadLength) => payloadLength switch { < 126 => 2, <= ushort.MaxValue => 4, _ => 10 };

    /// <summary>Writes a header and returns its length.</summary>
    public static int WriteHeader(Span<byte> output, Opcode opcode, int payloadLength)
    {
        output[0] = (byte)(0x80 | (byte)opcode);
        switch (payloadLength)
        {
            case < 126:
                output[1] = (byte)payloadLength;
                return 2;
            case <= ushort.MaxValue:
                output[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(output[2..], (ushort)payloadLength);
                return 4;
            default:
                output[1] = 127;
                BinaryPrimitives.WriteUInt64BigEndian(output[2..], (ulong)payloadLength);
                return 10;
        }
    }

    /// <summary>Writes a whole frame.</summary>
    public static void Write(IBufferWriter<byte> output, Opcode opcode, ReadOnlySpan<byte> payload)
    {
        var length = HeaderLength(payload.Length) + payload.Length;
        var span = output.GetSpan(length);
        payload.CopyTo(span[WriteHeader(span, opcode, payload.Length)..]);
        output.Advance(length);
    }

    /// <summary>A whole frame.</summary>
    public static byte[] Frame(Opcode opcode, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[HeaderLength(payload.Length) + payload.Length];
        payload.CopyTo(frame.AsSpan(WriteHeader(frame, opcode, payload.Length)));
        return frame;
    }

    /// <summary>A close frame. A reason longer than a control frame can hold is cut between two characters.</summary>
    public static byte[] Close(CloseCode code, string reason)
    {
        Span<byte> payload = stackalloc byte[2 + MaxCloseReason];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        Utf8.FromUtf16(reason, payload[2..], out _, out var written);
        return Frame(Opcode.Close, payload[..(2 + written)]);
    }

    /// <summary>A close frame that repeats a peer's code, as section 5.5.1 wants it; empty when the peer gave none.</summary>
    public static byte[] CloseEcho(ReadOnlySpan<byte> received) => Frame(Opcode.Close, received.Length >= 2 ? received[..2] : []);
}
