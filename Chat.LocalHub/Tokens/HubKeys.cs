using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Chat.LocalHub.Tokens;

/// <summary>The access keys as HMAC keys: the UTF-8 bytes of their text.</summary>
internal sealed class HubKeys(IOptions<HubOptions> options)
{
    private readonly byte[] _primary = Encoding.UTF8.GetBytes(options.Value.AccessKey);
    private readonly byte[]? _secondary =
        options.Value.SecondaryAccessKey is { Length: > 0 } key ? Encoding.UTF8.GetBytes(key) : null;

    /// <summary>HS256 with the primary key.</summary>
    public byte[] Sign(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(_primary, bytes);

    /// <summary>Whether one of the keys made the signature. Takes the same time wherever it differs.</summary>
    public bool Verify(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_primary, bytes, expected);
        var good = CryptographicOperations.FixedTimeEquals(expected, signature);
        if (_secondary is null)
            return good;

        HMACSHA256.HashData(_secondary, bytes, expected);
        return CryptographicOperations.FixedTimeEquals(expected, signature) || good;
    }
}
