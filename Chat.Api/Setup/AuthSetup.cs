using Chat.Api.Accounts;
using Chat.Api.Common;
using Chat.Core.Accounts;
using FastEndpoints.Security;
using Microsoft.AspNetCore.Authorization;

namespace Chat.Api.Setup;

/// <summary>Who is it: access tokens over HTTP.</summary>
internal static class AuthSetup
{
    /// <summary>
    /// For what is mapped and forgets to say who may call it. Routing's own refusals (no such path, method, media type) are no routes: they
    /// do nothing, and their status tells more than 401.
    /// </summary>
    private static readonly AuthorizationPolicy ClosedUnlessSaid = new AuthorizationPolicyBuilder()
        .RequireAssertion(call => call.User.Identity?.IsAuthenticated is true || (call.Resource as HttpContext)?.GetEndpoint() is not RouteEndpoint)
        .Build();

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
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(ClosedUnlessSaid);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentUser>();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<IPasswordHashing, PasswordHashing>();
        builder.Services.AddOptions<AdminOptions>().BindConfiguration(AdminOptions.Section);
    }
}
