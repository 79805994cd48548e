namespace Microsoft.IdentityModel.Tokens;

public delegate IEnumerable<SecurityKey> IssuerSigningKeyResolver(
    string token, SecurityToken securityToken, string kid, TokenValidationParameters validationParameters);

public delegate bool LifetimeValidator(
    DateTime? notBefore, DateTime? expires, SecurityToken securityToken, TokenValidationParameters validationParameters);

public class TokenValidationParameters
{
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(300);

    public SecurityKey IssuerSigningKey { get; set; } = null!;

    public IssuerSigningKeyResolver IssuerSigningKeyResolver { get; set; } = null!;

    public LifetimeValidator LifetimeValidator { get; set; } = null!;

    public string NameClaimType { get; set; } = "name";

    public bool RequireExpirationTime { get; set; } = true;

    public bool RequireSignedTokens { get; set; } = true;

    public string RoleClaimType { get; set; } = "role";

    public IEnumerable<string> ValidAlgorithms { get; set; } = null!;

    public string ValidAudience { get; set; } = null!;

    public bool ValidateAudience { get; set; } = true;

    public bool ValidateIssuer { get; set; } = true;

    public bool ValidateIssuerSigningKey { get; set; }

    public bool ValidateLifetime { get; set; } = true;

    public string ValidIssuer { get; set; } = null!;
}
