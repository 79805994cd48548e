using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Chat.LocalHub.Tokens;

/// <summary>
/// Checks the JWTs of clients and of server SDKs: HS256 and nothing else, signed with an access key, <c>exp</c> present and not
/// passed, <c>nbf</c> and <c>iat</c> not in the future, and for the address that is asked for. Why a token is refused is not told.
/// </summary>
internal sealed class TokenValidator(HubKeys keys, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private const int MaxLength = 16 * 1024;

    /// <summary>The claims, or null for a token that is not good.</summary>
    /// <param name="token">The token as it was sent.</param>
    /// <param name="audience">What it must be for.</param>
    public TokenClaims? Validate(string? token, Audiences audience)
    {
        if (token is not { Length: > 0 and <= MaxLength })
            return null;

        try
        {
            return Check(token, audience);
        }
        catch (FormatException)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TokenClaims? Check(string token, Audiences audience)
    {
        var firstDot = token.IndexOf('.');
        var lastDot = token.LastIndexOf('.');
        if (firstDot <= 0 || lastDot == firstDot || token.IndexOf('.', firstDot + 1) != lastDot)
            return null;

        // The signature comes first: nothing that an unknown party wrote is parsed.
        if (!keys.Verify(Encoding.UTF8.GetBytes(token[..lastDot]), Base64Url.DecodeFromChars(token.AsSpan(lastDot + 1))))
            return null;
        if (!IsHs256(Base64Url.DecodeFromChars(token.AsSpan(0, firstDot))))
            return null;

        var claims = TokenClaims.Parse(Base64Url.DecodeFromChars(token.AsSpan(firstDot + 1, lastDot - firstDot - 1)));
        return claims is not null && IsNow(claims) && claims.Values("aud").Any(audience.Accepts) ? claims : null;
    }

    private static bool IsHs256(byte[] header)
    {
        using var document = JsonDocument.Parse(header);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("alg", out var algorithm) && algorithm.ValueKind == JsonValueKind.String && algorithm.ValueEquals("HS256")
            && !document.RootElement.TryGetProperty("crit", out _);
    }

    private bool IsNow(TokenClaims claims)
    {
        var now = clock.GetUtcNow();
        return claims.TryGetTime("exp", out var expires) && expires + Skew > now
            && claims.TryGetTime("nbf", out var notBefore) && (notBefore is null || notBefore - Skew <= now)
            && claims.TryGetTime("iat", out var issued) && (issued is null || issued - Skew <= now);
    }
}
