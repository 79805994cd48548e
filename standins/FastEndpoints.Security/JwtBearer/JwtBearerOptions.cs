using Microsoft.IdentityModel.Tokens;

namespace Microsoft.AspNetCore.Authentication.JwtBearer;

public static class JwtBearerDefaults
{
    public const string AuthenticationScheme = "Bearer";
}

public class JwtBearerOptions : AuthenticationSchemeOptions
{
    public string Challenge { get; set; } = JwtBearerDefaults.AuthenticationScheme;

    public new JwtBearerEvents Events
    {
        get => (JwtBearerEvents)base.Events!;
        set => base.Events = value;
    }

    public bool IncludeErrorDetails { get; set; } = true;

    public bool MapInboundClaims { get; set; } = true;

    public bool SaveToken { get; set; } = true;

    public TokenValidationParameters TokenValidationParameters { get; set; } = new();
}
