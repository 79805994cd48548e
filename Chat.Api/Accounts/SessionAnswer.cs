using Chat.Api.Common;
using Chat.Core.Accounts;
using Chat.Core.Common;

namespace Chat.Api.Accounts;

/// <summary>Turns an opened or continued session into its answer, with the refresh token in the body or in the cookie.</summary>
internal static class SessionAnswer
{
    public static Result<TokensDto> For(HttpContext http, Result<SignedIn> result, AccessTokens tokens, bool cookie)
    {
        if (!result.Succeeded) return result.Error;
        var signedIn = result.Value;
        if (cookie) RefreshCookie.Write(http, signedIn.RefreshToken, signedIn.RefreshExpiresAt);
        return TokensDto.From(signedIn, tokens.Issue(signedIn.User, signedIn.SessionId), cookie);
    }
}
