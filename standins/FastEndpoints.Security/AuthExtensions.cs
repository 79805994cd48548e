using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FastEndpoints.Security;

public static class AuthExtensions
{
    public static IServiceCollection AddAuthenticationJwtBearer(
        this IServiceCollection services, Action<JwtSigningOptions> signingOptions, Action<JwtBearerOptions>? bearerOptions = null)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(
            bearer =>
            {
                var signing = ServiceResolver.Instance.TryResolve<IOptions<JwtSigningOptions>>()?.Value ?? new JwtSigningOptions();
                signingOptions(signing);
                signing.UpdateSigningKey(signing.SigningKey);

                var rules = bearer.TokenValidationParameters;
                rules.IssuerSigningKeyResolver = JwtSigningOptions.Resolve;
                rules.ValidateIssuerSigningKey = true;
                rules.ValidateLifetime = true;
                rules.ClockSkew = TimeSpan.FromSeconds(60);
                rules.NameClaimType = Cfg.SecOpts.NameClaimType;
                rules.RoleClaimType = Cfg.SecOpts.RoleClaimType;
                bearer.MapInboundClaims = false;

                bearerOptions?.Invoke(bearer);

                rules = bearer.TokenValidationParameters;
                rules.ValidateAudience = rules.ValidAudience is not null;
                rules.ValidateIssuer = rules.ValidIssuer is not null;
            });
        return services;
    }

    public static bool HasPermission(this ClaimsPrincipal principal, string permissionCode)
        => principal.HasClaim(Cfg.SecOpts.PermissionsClaimType, permissionCode);

    public static bool HasClaimType(this ClaimsPrincipal principal, string claimType) => principal.HasClaim(c => c.Type == claimType);

    public static string? ClaimValue(this ClaimsPrincipal principal, string claimType) => principal.FindFirstValue(claimType);

    public static void Add(this List<Claim> list, params Claim[] claims) => list.AddRange(claims);

    public static void Add(this List<Claim> list, params (string claimType, string claimValue)[] claims)
        => list.AddRange(claims.Select(c => new Claim(c.claimType, c.claimValue)));

    public static void Add(this List<string> list, params string[] values) => list.AddRange(values);
}
