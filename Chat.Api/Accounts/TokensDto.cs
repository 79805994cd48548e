using System.Text.Json.Serialization;
using Chat.Api.Common;
using Chat.Core.Accounts;

namespace Chat.Api.Accounts;

/// <summary>A session as its client gets it (docs/protocol.md, Tokens).</summary>
/// <param name="AccessToken">Secret; sent with every request.</param>
/// <param name="ExpiresAt">When the access token stops working.</param>
/// <param name="RefreshToken">Secret; absent when it went into the cookie.</param>
/// <param name="User">Who is signed in.</param>
internal sealed record TokensDto(
    string AccessToken,
    DateTimeOffset ExpiresAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken,
    UserView User)
{
    public static TokensDto From(SignedIn signedIn, AccessToken access, bool cookie) =>
        new(access.Text, access.ExpiresAt, cookie ? null : signedIn.RefreshToken, signedIn.User);
}
