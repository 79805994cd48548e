using System.Buffers.Binary;
using System.Text;
using Chat.LocalHub.Operations;

namespace Chat.LocalHub.Backplane.Redis;

/// <summary>
/// Reads what <see cref="EnvelopeWriter"/> wrote. A text that is cut short or of another version throws
/// <see cref="FormatException"/>: all nodes of a hub run versions that understand each other, anything else is not ours.
/// </summary>
internal ref struct EnvelopeReader
{
    private ReadOnlySpan<byte> _rest;

    public EnvelopeReader(ReadOnlySpan<byte> envelope)
    {
        if (envelope.Length < EnvelopeWriter.HeaderLength || envelope[0] != EnvelopeWriter.Version)
            throw new FormatException("Not an envelope of this version.");

        Origin = BinaryPrimitives.ReadUInt64LittleEndian(envelope[1..]);
        Number = BinaryPrimitives.ReadUInt64LittleEndian(envelope[EnvelopeWriter.NumberOffset..]);
        _rest = envelope[EnvelopeWriter.HeaderLength..];
    }

    /// <summary>The node that wrote it.</summary>
    public ulong Origin { get; }

    /// <summary>Its place among those of the same origin on the same channel, from 1.</summary>
    public ulong Number { get; }

    public readonly bool HasMore => !_rest.IsEmpty;

    public ItemKind ReadKind() => (ItemKind)ReadByte();

    public Delivery ReadDelivery() => new(
        (DeliveryTarget)ReadByte(), ReadText(), ReadOptionalText(), (MessageDataType)ReadByte(), ReadBytes(), ReadTexts());

    public NodeCall ReadCall(out ulong callId)
    {
        callId = ReadNumber();
        return new NodeCall((CallKind)ReadByte(), ReadText())
        {
            Group = ReadText(),
            Reason = ReadText(),
            Excluded = ReadTexts(),
            Limit = (int)ReadNumber(),
        };
    }

    public NodeAnswer ReadAnswer(out ulong callId)
    {
        callId = ReadNumber();
        var count = (int)ReadNumber();
        var members = new GroupMember[ReadCount()];
        for (var i = 0; i < members.Length; i++)
            members[i] = new GroupMember(ReadText(), ReadOptionalText());
        return new NodeAnswer(count, members);
    }

    private byte ReadByte() => Take(1)[0];

    private ulong ReadNumber()
    {
        var value = 0ul;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = ReadByte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw new FormatException("A number is too long.");
    }

    // Each element takes at least one byte, so that a broken count cannot ask for more memory than the envelope has.
    private int ReadCount() => ReadNumber() is var count && count <= (ulong)_rest.Length ? (int)count : throw new FormatException("A count is too large.");

    private ReadOnlySpan<byte> ReadBytes() => Take(ReadCount());

    private string ReadText() => Encoding.UTF8.GetString(ReadBytes());

    private string? ReadOptionalText() => ReadByte() == 0 ? null : ReadText();

    private string[]? ReadTexts()
    {
        var count = ReadCount();
        if (count == 0)
            return null;

        var texts = new string[count];
        for (var i = 0; i < count; i++)
            texts[i] = ReadText();
        return texts;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
            throw new FormatException("The envelope is cut short.");

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
