using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Chat.LocalHub.Backplane.Redis;

/// <summary>
/// Writes what nodes say to each other:
/// <c>version(1) origin(8) number(8)</c>, then items until the end, each <c>kind(1)</c> and its fields. Numbers of fixed size are little
/// endian; counts and lengths take seven bits per byte; text is UTF-8 behind its length.
/// </summary>
internal static class EnvelopeWriter
{
    public const byte Version = 1;
    public const int HeaderLength = 17;

    /// <summary>Where the number stands; it is known only when the envelope leaves.</summary>
    public const int NumberOffset = 9;

    public static void Header(IBufferWriter<byte> output, ulong origin, ulong number)
    {
        var header = output.GetSpan(HeaderLength);
        header[0] = Version;
        BinaryPrimitives.WriteUInt64LittleEndian(header[1..], origin);
        BinaryPrimitives.WriteUInt64LittleEndian(header[NumberOffset..], number);
        output.Advance(HeaderLength);
    }

    public static void Delivery(IBufferWriter<byte> output, in Delivery delivery)
    {
        Byte(output, (byte)ItemKind.Delivery);
        Byte(output, (byte)delivery.Target);
        Text(output, delivery.Name);
        OptionalText(output, delivery.FromUserId);
        Byte(output, (byte)delivery.DataType);
        Bytes(output, delivery.Data);
        Texts(output, delivery.Excluded);
    }

    public static void Call(IBufferWriter<byte> output, ulong callId, NodeCall call)
    {
        Byte(output, (byte)ItemKind.Call);
        Number(output, callId);
        Byte(output, (byte)call.Kind);
        Text(output, call.Target);
        Text(output, call.Group);
        Text(output, call.Reason);
        Texts(output, call.Excluded);
        Number(output, (ulong)call.Limit);
    }

    public static void Answer(IBufferWriter<byte> output, ulong callId, NodeAnswer answer)
    {
        Byte(output, (byte)ItemKind.Answer);
        Number(output, callId);
        Number(output, (ulong)answer.Count);
        Number(output, (ulong)answer.Members.Count);
        foreach (var member in answer.Members)
        {
            Text(output, member.ConnectionId);
            OptionalText(output, member.UserId);
        }
    }

    /// <summary>A sign of life.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="kind">Hello, a hello that wants to be answered, or the last word.</param>
    public static void Sign(IBufferWriter<byte> output, ItemKind kind) => Byte(output, (byte)kind);

    private static void Byte(IBufferWriter<byte> output, byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    private static void Number(IBufferWriter<byte> output, ulong value)
    {
        var span = output.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        output.Advance(length);
    }

    private static void Bytes(IBufferWriter<byte> output, ReadOnlySpan<byte> bytes)
    {
        Number(output, (ulong)bytes.Length);
        output.Write(bytes);
    }

    private static void Text(IBufferWriter<byte> output, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(output, (ulong)length);
        Encoding.UTF8.GetBytes(text, output.GetSpan(Math.Max(length, 1)));
        output.Advance(length);
    }

    private static void OptionalText(IBufferWriter<byte> output, string? text)
    {
        Byte(output, text is null ? (byte)0 : (byte)1);
        if (text is not null)
            Text(output, text);
    }

    private static void Texts(IBufferWriter<byte> output, IReadOnlyCollection<string>? texts)
    {
        Number(output, (ulong)(texts?.Count ?? 0));
        foreach (var text in texts ?? [])
            Text(output, text);
    }
}

/// <summary>What an item of an envelope is. The numbers go over the wire and never change.</summary>
internal enum ItemKind : byte
{
    Delivery = 1,
    Call = 2,
    Answer = 3,
    Hello = 4,
    HelloAnswerMe = 5,
    Goodbye = 6,
}
