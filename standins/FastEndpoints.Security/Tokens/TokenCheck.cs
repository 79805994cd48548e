using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;

namespace FastEndpoints.Security;

/// <summary>The checks of a token in the order of the real handler: algorithm and signature, lifetime, audience, issuer.</summary>
internal static class TokenCheck
{
    /// <exception cref="SecurityTokenException">The token fails a check.</exception>
    internal static (ClaimsPrincipal Principal, SecurityToken Token) Run(string text, TokenValidationParameters rules)
    {
        var token = CompactJwt.Read(text);
        CheckSignature(text, token, rules);
        if (rules.ValidateLifetime)
            CheckLifetime(token, rules);
        if (rules.ValidateAudience && !token.Audiences.Contains(rules.ValidAudience, StringComparer.Ordinal))
            throw new SecurityTokenInvalidAudienceException("IDX10214: Audience validation failed.");
        if (rules.ValidateIssuer && !string.Equals(token.Issuer, rules.ValidIssuer, StringComparison.Ordinal))
            throw new SecurityTokenInvalidIssuerException("IDX10205: Issuer validation failed.");

        var identity = new ClaimsIdentity(token.Claims(), "AuthenticationTypes.Federation", rules.NameClaimType, rules.RoleClaimType);
        return (new(identity), token);
    }

    private static void CheckSignature(string text, CompactJwt token, TokenValidationParameters rules)
    {
        if (!rules.RequireSignedTokens)
            throw new NotSupportedException("The stand-in for FastEndpoints.Security reads signed tokens only.");
        if (rules.ValidAlgorithms is { } allowed && !allowed.Contains(token.Algorithm, StringComparer.Ordinal))
            throw new SecurityTokenInvalidAlgorithmException("IDX10696: The algorithm is not in the list of valid algorithms.");

        var keys = rules.IssuerSigningKeyResolver?.Invoke(text, token, token.KeyId!, rules) ?? [rules.IssuerSigningKey];
        if (!keys.Any(token.IsSignedWith))
            throw new SecurityTokenInvalidSignatureException("IDX10511: Signature validation failed.");
    }

    private static void CheckLifetime(CompactJwt token, TokenValidationParameters rules)
    {
        if (rules.LifetimeValidator is { } own)
        {
            if (!own(token.NotBefore, token.Expires, token, rules))
                throw new SecurityTokenInvalidLifetimeException("IDX10230: Lifetime validation failed.");
            return;
        }

        var now = DateTime.UtcNow;
        if (token.Expires is null && rules.RequireExpirationTime)
            throw new SecurityTokenNoExpirationException("IDX10225: Lifetime validation failed. The token is missing an Expiration Time.");
        if (token.NotBefore - rules.ClockSkew > now)
            throw new SecurityTokenNotYetValidException("IDX10222: Lifetime validation failed. The token is not yet valid.");
        if (token.Expires + rules.ClockSkew < now)
            throw new SecurityTokenExpiredException("IDX10223: Lifetime validation failed. The token is expired.");
    }
}
