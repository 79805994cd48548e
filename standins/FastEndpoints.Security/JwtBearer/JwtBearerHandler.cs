using System.Text.Encodings.Web;
using FastEndpoints.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace Microsoft.AspNetCore.Authentication.JwtBearer;

public class JwtBearerHandler(IOptionsMonitor<JwtBearerOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<JwtBearerOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    protected new JwtBearerEvents Events
    {
        get => (JwtBearerEvents)base.Events!;
        set => base.Events = value;
    }

    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new JwtBearerEvents());

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var received = new MessageReceivedContext(Context, Scheme, Options);
        await Events.MessageReceived(received);
        if (received.Result is not null)
            return received.Result;

        var token = received.Token is { Length: > 0 } found ? found : FromHeader();
        if (string.IsNullOrEmpty(token))
            return AuthenticateResult.NoResult();

        var validated = new TokenValidatedContext(Context, Scheme, Options);
        try
        {
            (validated.Principal, validated.SecurityToken) = TokenCheck.Run(token, Options.TokenValidationParameters);
        }
        catch (SecurityTokenException x)
        {
            var failed = new AuthenticationFailedContext(Context, Scheme, Options) { Exception = x };
            await Events.AuthenticationFailed(failed);
            return failed.Result ?? AuthenticateResult.Fail(failed.Exception);
        }

        await Events.TokenValidated(validated);
        if (validated.Result is not null)
            return validated.Result;
        if (Options.SaveToken)
            validated.Properties.StoreTokens([new AuthenticationToken { Name = "access_token", Value = token }]);
        validated.Success();
        return validated.Result!;
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var outcome = await HandleAuthenticateOnceSafeAsync();
        var challenge = new JwtBearerChallengeContext(Context, Scheme, Options, properties) { AuthenticateFailure = outcome.Failure };
        if (Options.IncludeErrorDetails && outcome.Failure is not null)
        {
            challenge.Error = "invalid_token";
            challenge.ErrorDescription = Describe(outcome.Failure);
        }

        await Events.Challenge(challenge);
        if (challenge.Handled)
            return;

        Response.StatusCode = 401;
        (string Name, string? Value)[] details =
            [("error", challenge.Error), ("error_description", challenge.ErrorDescription), ("error_uri", challenge.ErrorUri)];
        var told = string.Join(", ", details.Where(d => !string.IsNullOrEmpty(d.Value)).Select(d => $"{d.Name}=\"{d.Value}\""));
        Response.Headers.Append(HeaderNames.WWWAuthenticate, told.Length == 0 ? Options.Challenge : $"{Options.Challenge} {told}");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = 403;
        return Events.Forbidden(new(Context, Scheme, Options));
    }

    private string? FromHeader()
        => Request.Headers.Authorization.ToString() is { } header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? header[Prefix.Length..].Trim()
            : null;

    private static string Describe(Exception failure) => failure switch
    {
        SecurityTokenInvalidAudienceException => "The audience is invalid",
        SecurityTokenInvalidIssuerException => "The issuer is invalid",
        SecurityTokenNoExpirationException => "The token has no expiration",
        SecurityTokenInvalidLifetimeException => "The token lifetime is invalid",
        SecurityTokenNotYetValidException => "The token is not valid yet",
        SecurityTokenExpiredException => "The token expired",
        SecurityTokenInvalidSignatureException => "The signature is invalid",
        _ => "",
    };
}
