using Chat.Api.Common;
using Chat.Core.Accounts;
using FastEndpoints;

namespace Chat.Api.Accounts;

/// <summary><c>POST auth/refresh</c>: a new access token, and the refresh token's successor.</summary>
internal sealed class Refresh(AccountService accounts, AccessTokens tokens) : Endpoint<RefreshRequest, TokensDto>
{
    public override void Configure()
    {
        Post("auth/refresh");
        AllowAnonymous();
        // Without a body it goes by the cookie.
        Description(endpoint => endpoint.Accepts<RefreshRequest>().WithName("refresh"));
        Summary(summary => summary.Summary = "Continue a session");
    }

    public override async Task HandleAsync(RefreshRequest req, CancellationToken ct)
    {
        // What came by cookie goes back by cookie, so that a script never gets to see it.
        var result = await accounts.RefreshAsync(req.RefreshToken ?? RefreshCookie.Read(HttpContext), ct);
        await this.AnswerAsync(SessionAnswer.For(HttpContext, result, tokens, cookie: req.RefreshToken is null), ct);
    }
}

/// <summary>What continues or ends a session.</summary>
/// <param name="RefreshToken">The newest one; absent when it is in the cookie.</param>
internal sealed record RefreshRequest(string? RefreshToken = null);
