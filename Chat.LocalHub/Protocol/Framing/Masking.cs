using System.Numerics;
using System.Runtime.InteropServices;

namespace Chat.LocalHub.Protocol.Framing;

/// <summary>RFC 6455 section 5.3: each byte is XORed with byte <c>i mod 4</c> of the key. Applying it twice restores the bytes.</summary>
internal static class Masking
{
    /// <summary>Applies a key to a payload in place, a vector at a time.</summary>
    /// <param name="payload">The whole payload: the key starts at its first byte.</param>
    /// <param name="key">The key, as its four bytes stand in memory.</param>
    public static void Apply(Span<byte> payload, uint key)
    {
        if (key == 0)
            return;

        var width = Vector<byte>.Count;
        if (payload.Length >= width)
        {
            var mask = Vector.AsVectorByte(new Vector<uint>(key));
            while (payload.Length >= width)
            {
                (new Vector<byte>(payload) ^ mask).CopyTo(payload);
                payload = payload[width..];
            }
        }

        // A vector is a multiple of four bytes long, so the rest begins with the key's first byte again.
        var keyBytes = MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(in key));
        for (var i = 0; i < payload.Length; i++)
            payload[i] ^= keyBytes[i & 3];
    }
}
