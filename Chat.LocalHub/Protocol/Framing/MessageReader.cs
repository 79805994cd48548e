using System.Buffers;
using System.Buffers.Binary;
using System.Text.Unicode;

namespace Chat.LocalHub.Protocol.Framing;

/// <summary>What <see cref="MessageReader.TryRead"/> found.</summary>
internal enum Received
{
    Text,
    Binary,
    Ping,
    Pong,
    Close,
}

/// <summary>
/// Turns the bytes of one connection into messages and control frames: reassembles fragments (RFC 6455 section 5.4), lets control
/// frames come between them (5.5), checks UTF-8 (8.1) and sizes. It holds memory only while a message is being read.
/// </summary>
/// <param name="maxMessageBytes">Bytes of one message; a longer one is a violation as soon as its length is known.</param>
internal sealed class MessageReader(int maxMessageBytes)
{
    private static readonly byte[] Empty = [];

    private byte[] _payload = Empty;
    private byte[] _fragments = Empty;
    private int _fragmentsLength;
    private Opcode? _fragmented;

    /// <summary>What the peer did wrong; after that nothing more is read.</summary>
    public Violation? Violation { get; private set; }

    /// <summary>The payload of the last message or control frame, valid until the next call.</summary>
    public ReadOnlyMemory<byte> Payload { get; private set; }

    /// <summary>Reads one message or control frame. False: more bytes are needed, or there is a <see cref="Violation"/>.</summary>
    /// <param name="buffer">The unread bytes; moved behind what was read.</param>
    /// <param name="received">What was read.</param>
    public bool TryRead(ref ReadOnlySequence<byte> buffer, out Received received)
    {
        received = default;
        while (Violation is null && TryReadFrame(ref buffer, out var header))
        {
            if (TryComplete(header, out received))
                return true;
        }

        return false;
    }

    /// <summary>Gives memory back between turns; what <see cref="Payload"/> points to is gone. Fragments of an unfinished message stay.</summary>
    public void Release()
    {
        Payload = default;
        Return(ref _payload);
        if (_fragmented is null)
            Return(ref _fragments);
    }

    /// <summary>Gives all memory back.</summary>
    public void End()
    {
        _fragmented = null;
        Release();
    }

    private bool TryReadFrame(ref ReadOnlySequence<byte> buffer, out FrameHeader header)
    {
        var room = maxMessageBytes - (_fragmented is null ? 0 : _fragmentsLength);
        if (!FrameHeader.TryRead(buffer, Math.Max(room, 125), out header, out var violation))
        {
            Violation = violation;
            return false;
        }

        // Checked before the payload has arrived: a peer that broke the rules is not worth buffering for.
        Violation = CheckPlace(header, room);
        if (Violation is not null || buffer.Length < header.Length + header.PayloadLength)
            return false;

        Rent(ref _payload, header.PayloadLength);
        var payload = _payload.AsSpan(0, header.PayloadLength);
        buffer.Slice(header.Length, header.PayloadLength).CopyTo(payload);
        Masking.Apply(payload, header.Mask);
        buffer = buffer.Slice(header.Length + header.PayloadLength);
        return true;
    }

    private Violation? CheckPlace(in FrameHeader header, int room) => header.Opcode switch
    {
        >= Opcode.Close => null,
        Opcode.Continuation when _fragmented is null => Violation.BadFragment,
        Opcode.Text or Opcode.Binary when _fragmented is not null => Violation.BadFragment,
        _ => header.PayloadLength > room ? Violation.TooBig : null,
    };

    private bool TryComplete(in FrameHeader header, out Received received)
    {
        received = default;
        Payload = _payload.AsMemory(0, header.PayloadLength);
        switch (header.Opcode)
        {
            case Opcode.Ping:
                received = Received.Ping;
                return true;
            case Opcode.Pong:
                received = Received.Pong;
                return true;
            case Opcode.Close:
                received = Received.Close;
                Violation = CheckClose(Payload.Span);
                return Violation is null;
        }

        var opcode = _fragmented ?? header.Opcode;
        if (_fragmented is not null || !header.Final)
        {
            Append(Payload.Span);
            _fragmented = header.Final ? null : opcode;
            if (!header.Final)
                return false;

            Payload = _fragments.AsMemory(0, _fragmentsLength);
            _fragmentsLength = 0;
        }

        received = opcode == Opcode.Text ? Received.Text : Received.Binary;
        if (received == Received.Text && !Utf8.IsValid(Payload.Span))
            Violation = Violation.BadText;

        return Violation is null;
    }

    private static Violation? CheckClose(ReadOnlySpan<byte> payload) => payload.Length switch
    {
        0 => null,
        1 => Violation.BadClose,
        _ when !CloseCodes.MayBeReceived(BinaryPrimitives.ReadUInt16BigEndian(payload)) => Violation.BadClose,
        _ when !Utf8.IsValid(payload[2..]) => Violation.BadText,
        _ => null,
    };

    private void Append(ReadOnlySpan<byte> fragment)
    {
        var needed = _fragmentsLength + fragment.Length;
        if (needed > _fragments.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Min(needed * 2, maxMessageBytes)));
            _fragments.AsSpan(0, _fragmentsLength).CopyTo(larger);
            Return(ref _fragments);
            _fragments = larger;
        }

        fragment.CopyTo(_fragments.AsSpan(_fragmentsLength));
        _fragmentsLength = needed;
    }

    private static void Rent(ref byte[] array, int length)
    {
        if (array.Length >= length)
            return;

        Return(ref array);
        array = ArrayPool<byte>.Shared.Rent(length);
    }

    private static void Return(ref byte[] array)
    {
        if (array.Length > 0)
            ArrayPool<byte>.Shared.Return(array);
        array = Empty;
    }
}
