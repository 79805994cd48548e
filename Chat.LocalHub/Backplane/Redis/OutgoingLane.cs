using System.Buffers;
using System.Buffers.Binary;
using StackExchange.Redis;

namespace Chat.LocalHub.Backplane.Redis;

/// <summary>What waits for one channel: one envelope, which takes more items until it leaves.</summary>
internal sealed class OutgoingLane(RedisChannel channel, ulong origin)
{
    private readonly ArrayBufferWriter<byte> _pending = new();
    private ulong _number;
    private bool _dirty;

    public RedisChannel Channel { get; } = channel;

    public Lock Sync { get; } = new();

    /// <summary>Where the next item goes. Under <see cref="Sync"/>.</summary>
    public IBufferWriter<byte> Begin()
    {
        if (_pending.WrittenCount == 0)
            EnvelopeWriter.Header(_pending, origin, number: 0);
        return _pending;
    }

    /// <summary>Bytes that wait. Under <see cref="Sync"/>.</summary>
    public int Length => _pending.WrittenCount;

    /// <summary>True when the lane has to be queued for sending. Under <see cref="Sync"/>.</summary>
    public bool MarkDirty()
    {
        var first = !_dirty;
        _dirty = true;
        return first;
    }

    /// <summary>Takes the envelope out, with its number.</summary>
    public byte[] Take()
    {
        lock (Sync)
        {
            var envelope = _pending.WrittenSpan.ToArray();
            BinaryPrimitives.WriteUInt64LittleEndian(envelope.AsSpan(EnvelopeWriter.NumberOffset), ++_number);
            _pending.ResetWrittenCount();
            _dirty = false;
            return envelope;
        }
    }
}
