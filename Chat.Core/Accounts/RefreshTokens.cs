using System.Buffers.Text;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Chat.Core.Accounts;

/// <summary>
/// Refresh tokens are derived, not stored: session id, generation and an HMAC over both. So the same generation always gives the
/// same token, which is what lets a lost answer be repeated, and a copy of the database holds no token.
/// </summary>
public sealed class RefreshTokens(IOptions<AuthOptions> options)
{
    private const int PayloadLength = 16 + sizeof(int);
    private const int TokenLength = PayloadLength + HMACSHA256.HashSizeInBytes;

    // A key of its own, so that a refresh token can never pass for anything else that is signed with the configured secret.
    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.Key), 32, info: "chat refresh token v1"u8.ToArray());

    /// <summary>The token of one generation of a session.</summary>
    public string Issue(Guid sessionId, int generation)
    {
        Span<byte> token = stackalloc byte[TokenLength];
        sessionId.TryWriteBytes(token, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(token[16..], generation);
        HMACSHA256.HashData(_key, token[..PayloadLength], token[PayloadLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads a token that we made; false for anything else.</summary>
    public bool TryRead(string? text, out Guid sessionId, out int generation)
    {
        (sessionId, generation) = (default, default);
        Span<byte> token = stackalloc byte[TokenLength];
        if (text is null || text.Length != Base64Url.GetEncodedLength(TokenLength)
            || !Base64Url.TryDecodeFromChars(text, token, out var length) || length != TokenLength)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, token[..PayloadLength], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, token[PayloadLength..])) return false;

        sessionId = new Guid(token[..16], bigEndian: true);
        generation = BinaryPrimitives.ReadInt32BigEndian(token[16..]);
        return true;
    }
}
