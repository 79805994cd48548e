using System.ComponentModel.DataAnnotations;

namespace Chat.Core.Accounts;

/// <summary>Signing in. Section <c>Chat:Auth</c>.</summary>
public sealed record AuthOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Chat:Auth";

    /// <summary>
    /// The secret that access and refresh tokens are signed with: at least 32 printable ASCII characters. There is no default: a known one
    /// would let anybody sign in as anybody. A changed key ends every session. Other characters are refused because the token library
    /// reads the key as ASCII and would take each of them for a question mark.
    /// </summary>
    [Required]
    [RegularExpression("[ -~]{32,}", ErrorMessage = "Chat:Auth:Key must have at least 32 printable ASCII characters.")]
    public string Key { get; init; } = "";

    /// <summary>How long an access token is good for. A revoked session's token is refused earlier.</summary>
    public TimeSpan AccessLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a refresh token is good for, counted from its last use.</summary>
    public TimeSpan RefreshLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>For how long a replaced refresh token still returns its successor, so that a lost answer logs nobody out.</summary>
    public TimeSpan RefreshGrace { get; init; } = TimeSpan.FromSeconds(30);
}
