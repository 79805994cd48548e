using System.Security.Cryptography;
using System.Text;

namespace Chat.Dev.Replay;

/// <summary>UUIDs made from a name (version 5, RFC 9562 section 5.5): the same line of the same log in the same room has the same id in every replay, so none is stored twice.</summary>
public static class NameBasedUuid
{
    /// <summary>The id of a name.</summary>
    /// <param name="space">What the name is unique in.</param>
    /// <param name="name">The name.</param>
    public static Guid Create(Guid space, string name)
    {
#pragma warning disable CA5350 // The RFC says SHA-1, and nothing secret hangs on it.
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
