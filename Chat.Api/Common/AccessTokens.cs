using Chat.Core.Accounts;
using FastEndpoints.Security;
using Microsoft.Extensions.Options;

namespace Chat.Api.Common;

/// <summary>Issues access tokens (docs/protocol.md AU1).</summary>
internal sealed class AccessTokens(IOptions<AuthOptions> options, IOptions<AdminOptions> admins, TimeProvider clock)
{
    /// <summary>Which limits hold for the bearer; absent means the standard ones.</summary>
    public const string LimitsClaim = "limits";

    /// <summary>The value of <see cref="LimitsClaim"/> for bringing in logs.</summary>
    public const string ImportLimits = "import";

    /// <summary>The role of administrators.</summary>
    public const string AdminRole = "admin";

    /// <summary>Who the tokens are for: a token of another kind, signed with the same key by mistake, is refused.</summary>
    public const string Audience = "chat-api";

    public AccessToken Issue(UserView user, Guid sessionId) => Issue(user, sessionId, import: false);

    /// <summary>A token for a speaker of an import: it belongs to no session and lifts the limits of sending.</summary>
    public AccessToken IssueForImport(UserView speaker) => Issue(speaker, Guid.Empty, import: true);

    private AccessToken Issue(UserView user, Guid sessionId, bool import)
    {
        var expires = clock.GetUtcNow() + options.Value.AccessLifetime;
        var token = JwtBearer.CreateToken(creation =>
        {
            creation.SigningKey = options.Value.Key;
            creation.Audience = Audience;
            creation.ExpireAt = expires.UtcDateTime;
            creation.User["sub"] = user.Id.ToString();
            creation.User["sid"] = sessionId.ToString();
            if (import) creation.User[LimitsClaim] = ImportLimits;
            else if (admins.Value.Includes(user.Username)) creation.User.Roles.Add(AdminRole);
        });
        return new AccessToken(token, expires);
    }
}

/// <summary>An access token.</summary>
/// <param name="Text">Secret.</param>
/// <param name="ExpiresAt">After this it is refused.</param>
internal sealed record AccessToken(string Text, DateTimeOffset ExpiresAt);
