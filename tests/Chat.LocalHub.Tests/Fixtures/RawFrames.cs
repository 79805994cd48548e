using System.Buffers.Binary;

namespace Chat.LocalHub.Tests.Fixtures;

/// <summary>Frames as a client sends them, good ones and bad ones.</summary>
public static class RawFrames
{
    public const byte Text = 0x81;
    public const byte Binary = 0x82;
    public const byte Close = 0x88;
    public const byte Ping = 0x89;
    public const byte Pong = 0x8A;
    public const byte FirstTextFragment = 0x01;
    public const byte Fragment = 0x00;
    public const byte LastFragment = 0x80;

    private static readonly byte[] Key = [0x37, 0xFA, 0x21, 0x3D];

    /// <summary>A masked frame with the given first byte: FIN, reserved bits and opcode.</summary>
    public static byte[] Masked(byte first, ReadOnlySpan<byte> payload)
    {
        var head = payload.Length switch { < 126 => 2, <= ushort.MaxValue => 4, _ => 10 };
        var frame = new byte[head + 4 + payload.Length];
        frame[0] = first;
        switch (head)
        {
            case 2:
                frame[1] = (byte)(0x80 | payload.Length);
                break;
            case 4:
                frame[1] = 0x80 | 126;
                BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
                break;
            default:
                frame[1] = 0x80 | 127;
                BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(2), (ulong)payload.Length);
                break;
        }

        Key.CopyTo(frame, head);
        for (var i = 0; i < payload.Length; i++)
            frame[head + 4 + i] = (byte)(payload[i] ^ Key[i % 4]);
        return frame;
    }

    /// <summary>A close frame's payload.</summary>
    public static byte[] ClosePayload(int code, string reason = "") => [(byte)(code >> 8), (byte)code, .. System.Text.Encoding.UTF8.GetBytes(reason)];
}
