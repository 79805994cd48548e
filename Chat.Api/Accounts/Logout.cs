using Chat.Core.Accounts;
using FastEndpoints;

namespace Chat.Api.Accounts;

/// <summary><c>POST auth/logout</c>: ends the session of a refresh token. An unknown one ends nothing, and the answer is the same.</summary>
internal sealed class Logout(AccountService accounts) : Endpoint<LogoutRequest>
{
    public override void Configure()
    {
        Post("auth/logout");
        AllowAnonymous();
        // Without a body it goes by the cookie.
        Description(endpoint => endpoint.Accepts<LogoutRequest>().WithName("logout").Produces(StatusCodes.Status204NoContent));
        Summary(summary => summary.Summary = "Sign out");
    }

    public override async Task HandleAsync(LogoutRequest req, CancellationToken ct)
    {
        await accounts.LogoutAsync(req.RefreshToken ?? RefreshCookie.Read(HttpContext), ct);
        RefreshCookie.Delete(HttpContext);
        await Send.NoContentAsync(ct);
    }
}

/// <summary>What ends a session.</summary>
/// <param name="RefreshToken">The newest one; absent when it is in the cookie.</param>
internal sealed record LogoutRequest(string? RefreshToken = null);
