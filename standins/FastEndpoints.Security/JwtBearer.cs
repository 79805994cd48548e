using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace FastEndpoints.Security;

public static class JwtBearer
{
    public static string CreateToken(Action<JwtCreationOptions> options)
    {
        var made = new JwtCreationOptions(ServiceResolver.Instance.TryResolve<IOptions<JwtCreationOptions>>()?.Value);
        options(made);
        if (string.IsNullOrEmpty(made.SigningKey))
            throw new InvalidOperationException("'JwtCreationOptions.SigningKey' is required!");
        if (made.SigningStyle != TokenSigningStyle.Symmetric || made.SigningAlgorithm != SecurityAlgorithms.HmacSha256)
            throw new NotSupportedException("The stand-in for FastEndpoints.Security signs with HS256 only.");

        List<Claim> claims =
        [
            .. made.User.Claims,
            .. made.User.Permissions.Select(p => new Claim(Cfg.SecOpts.PermissionsClaimType, p)),
            .. made.User.Roles.Select(r => new Claim(Cfg.SecOpts.RoleClaimType, r)),
        ];
        var issuedAt = (ServiceResolver.Instance.TryResolve<TimeProvider>() ?? TimeProvider.System).GetUtcNow();
        return CompactJwt.Write(claims, made.Issuer, made.Audience, issuedAt, made.ExpireAt, Encoding.ASCII.GetBytes(made.SigningKey));
    }
}
