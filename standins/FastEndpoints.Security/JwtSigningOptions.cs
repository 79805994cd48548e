using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace FastEndpoints.Security;

public sealed class JwtSigningOptions
{
    private static SymmetricSecurityKey? _key;

    public string? SigningKey { get; set; }

    public TokenSigningStyle SigningStyle { get; set; } = TokenSigningStyle.Symmetric;

    public void UpdateSigningKey(string? key)
    {
        if (SigningStyle != TokenSigningStyle.Symmetric)
            throw new NotSupportedException("The stand-in for FastEndpoints.Security knows symmetric keys only.");
        if (key is not null)
            _key = new(Encoding.ASCII.GetBytes(key));
    }

    internal static IEnumerable<SecurityKey> Resolve(string token, SecurityToken securityToken, string kid, TokenValidationParameters parameters)
        => [_key ?? throw new InvalidOperationException("JwtSigningOptions.SigningKey has not been set! Make sure to set the key with AddAuthenticationJwtBearer(...) method.")];
}
