using Chat.Api.Accounts;
using Chat.Api.Common;
using Chat.Core.Accounts;
using FastEndpoints.Security;

namespace Chat.Api.Setup;

/// <summary>Who is it: access tokens over HTTP.</summary>
internal static class AuthSetup
{
    public static void AddAuth(this WebApplicationBuilder builder)
    {
        var key = builder.Configuration[$"{AuthOptions.Section}:{nameof(AuthOptions.Key)}"] ?? "";
        builder.Services.AddAuthenticationJwtBearer(
            signing => signing.SigningKey = key,
            bearer =>
            {
                bearer.TokenValidationParameters.ValidAudience = AccessTokens.Audience;
                bearer.TokenValidationParameters.ValidAlgorithms = ["HS256"];
                bearer.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
            });
        builder.Services.AddAuthorization();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentUser>();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<IPasswordHashing, PasswordHashing>();
        builder.Services.AddOptions<AdminOptions>().BindConfiguration(AdminOptions.Section);
    }
}
