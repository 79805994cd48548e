using Chat.Api.Common;
using Chat.Core.Accounts;
using FastEndpoints;
using FluentValidation;

namespace Chat.Api.Accounts;

/// <summary><c>POST auth/register</c>: makes an account and signs it in.</summary>
internal sealed class Register(AccountService accounts, AccessTokens tokens) : Endpoint<RegisterRequest, TokensDto>
{
    public override void Configure()
    {
        Post("auth/register");
        AllowAnonymous();
        Description(endpoint => endpoint.WithName("register").Produces<TokensDto>(StatusCodes.Status201Created));
        Summary(summary => summary.Summary = "Make an account and sign in");
    }

    public override async Task HandleAsync(RegisterRequest req, CancellationToken ct)
    {
        var result = await accounts.RegisterAsync(req.Username, req.Password, req.DisplayName, req.Device, ct);
        await this.AnswerAsync(SessionAnswer.For(HttpContext, result, tokens, req.Cookie), ct, StatusCodes.Status201Created);
    }

    internal sealed class Rules : Validator<RegisterRequest>
    {
        public Rules()
        {
            RuleFor(request => request.Username).Username();
            RuleFor(request => request.Password).NewPassword();
            RuleFor(request => request.DisplayName).MaximumLength(AccountRules.DisplayNameLength)
                .WithMessage($"At most {AccountRules.DisplayNameLength} characters.");
            RuleFor(request => request.Device).Device();
        }
    }
}

/// <summary>What makes an account.</summary>
/// <param name="Username">What one signs in with; compared without case.</param>
/// <param name="Password">8 to 256 characters, no other rules.</param>
/// <param name="DisplayName">The name that others see; the user name when absent.</param>
/// <param name="Device">What to call this device in the list of sessions.</param>
/// <param name="Cookie">Whether the refresh token goes into a cookie instead of the body.</param>
internal sealed record RegisterRequest(string Username, string Password, string? DisplayName = null, string? Device = null, bool Cookie = false);
