using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chat.Api.Transport;
using Chat.Core.Transport;
using Microsoft.Extensions.Options;

namespace Chat.Api.Upstream;

/// <summary>
/// Finds out, when a client connects, for whom and for which session its address was made. The local hub's token says it in claims
/// of its own; Azure's cannot, so there a ticket stands beside the token in the query: <c>{user}.{session}.{id}.{expiry}.{signature}</c>.
/// </summary>
internal sealed class SocketTickets(IOptions<RealtimeOptions> settings, TimeProvider clock)
{
    /// <summary>The query parameter that holds a ticket.</summary>
    public const string QueryName = "ticket";

    /// <summary>The claim that names the session.</summary>
    public const string SessionClaim = "sid";

    /// <summary>The claim that is used once.</summary>
    public const string TokenClaim = "jti";

    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(settings.Value.HubKey), 32, info: "socket ticket"u8.ToArray());

    /// <summary>Makes a ticket. Secret: not for logs.</summary>
    public string Issue(ClientGrant grant, DateTimeOffset expiresAt)
    {
        var signed = $"{grant.UserId}.{grant.SessionId}.{NewTokenId()}.{expiresAt.ToUnixTimeSeconds()}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(signed))}";
    }

    /// <summary>An id for one token.</summary>
    public static string NewTokenId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>What the client was given, or null when it shows nothing that we made, or something that ran out or is another user's.</summary>
    /// <param name="userId">The user that the transport found in the token.</param>
    /// <param name="claims">The token's claims, which the transport has checked.</param>
    /// <param name="query">The query of the client's address.</param>
    public SocketTicket? Find(string? userId, IReadOnlyDictionary<string, string[]> claims, IReadOnlyDictionary<string, string[]> query)
    {
        var ticket = Single(query, QueryName) is { } text ? Read(text) : FromClaims(userId, claims);
        return ticket is not null && ticket.UserId.ToString().Equals(userId, StringComparison.OrdinalIgnoreCase) && ticket.ExpiresAt > clock.GetUtcNow()
            ? ticket
            : null;
    }

    private static SocketTicket? FromClaims(string? userId, IReadOnlyDictionary<string, string[]> claims) =>
        Guid.TryParse(userId, out var user)
        && Guid.TryParse(Single(claims, SessionClaim), out var session)
        && Single(claims, TokenClaim) is { Length: > 0 } id
        && long.TryParse(Single(claims, "exp"), CultureInfo.InvariantCulture, out var expiry)
            ? new SocketTicket(user, session, id, DateTimeOffset.FromUnixTimeSeconds(expiry))
            : null;

    private static string? Single(IReadOnlyDictionary<string, string[]> values, string name) =>
        values.TryGetValue(name, out var all) && all is [var one] ? one : null;

    private SocketTicket? Read(string text)
    {
        var end = text.LastIndexOf('.');
        if (end < 0 || !IsSigned(text[..end], text[(end + 1)..])) return null;

        return text[..end].Split('.') is [var user, var session, var id, var expiry]
            ? new SocketTicket(Guid.Parse(user), Guid.Parse(session), id, DateTimeOffset.FromUnixTimeSeconds(long.Parse(expiry, CultureInfo.InvariantCulture)))
            : null;
    }

    private bool IsSigned(string signed, string signature)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Base64Url.IsValid(signature)
            && Base64Url.TryDecodeFromChars(signature, given, out var length)
            && CryptographicOperations.FixedTimeEquals(given[..length], Sign(signed));
    }

    private byte[] Sign(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));
}
