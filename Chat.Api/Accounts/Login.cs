using Chat.Api.Common;
using Chat.Core.Accounts;
using FastEndpoints;
using FluentValidation;

namespace Chat.Api.Accounts;

/// <summary><c>POST auth/login</c>: opens a session.</summary>
internal sealed class Login(AccountService accounts, AccessTokens tokens) : Endpoint<LoginRequest, TokensDto>
{
    public override void Configure()
    {
        Post("auth/login");
        AllowAnonymous();
        Description(endpoint => endpoint.WithName("login"));
        Summary(summary => summary.Summary = "Sign in");
    }

    public override async Task HandleAsync(LoginRequest req, CancellationToken ct)
    {
        var result = await accounts.LoginAsync(req.Username, req.Password, req.Device, ct);
        await this.AnswerAsync(SessionAnswer.For(HttpContext, result, tokens, req.Cookie), ct);
    }

    internal sealed class Rules : Validator<LoginRequest>
    {
        // Only what would cost something to look up or to hash: whether the name or the password is possible at all is not told.
        public Rules()
        {
            RuleFor(request => request.Username).NotEmpty().MaximumLength(AccountRules.PasswordMaxLength);
            RuleFor(request => request.Password).NotEmpty().MaximumLength(AccountRules.PasswordMaxLength);
            RuleFor(request => request.Device).Device();
        }
    }
}

/// <summary>What signs one in.</summary>
/// <param name="Username">Compared without case.</param>
/// <param name="Password">The password.</param>
/// <param name="Device">What to call this device in the list of sessions.</param>
/// <param name="Cookie">Whether the refresh token goes into a cookie instead of the body.</param>
internal sealed record LoginRequest(string Username, string Password, string? Device = null, bool Cookie = false);
