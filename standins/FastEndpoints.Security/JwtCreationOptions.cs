using Microsoft.IdentityModel.Tokens;

namespace FastEndpoints.Security;

public sealed class JwtCreationOptions
{
    public JwtCreationOptions()
    {
    }

    internal JwtCreationOptions(JwtCreationOptions? global)
    {
        if (global is null)
            return;
        SigningKey = global.SigningKey;
        SigningStyle = global.SigningStyle;
        SigningAlgorithm = global.SigningAlgorithm;
        Audience = global.Audience;
        Issuer = global.Issuer;
    }

    public string SigningKey { get; set; } = default!;

    public TokenSigningStyle SigningStyle { get; set; } = TokenSigningStyle.Symmetric;

    public string SigningAlgorithm { get; set; } = SecurityAlgorithms.HmacSha256;

    public UserPrivileges User { get; } = new();

    public string? Audience { get; set; }

    public string? Issuer { get; set; }

    public DateTime? ExpireAt { get; set; }
}
