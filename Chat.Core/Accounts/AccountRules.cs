using System.Text.RegularExpressions;

namespace Chat.Core.Accounts;

/// <summary>What names and passwords may look like.</summary>
public static partial class AccountRules
{
    /// <summary>Characters in a user name.</summary>
    public const int UsernameLength = 32;

    /// <summary>Characters in a display name.</summary>
    public const int DisplayNameLength = 64;

    /// <summary>Fewest characters in a password (OWASP ASVS 5.0, 6.2.1).</summary>
    public const int PasswordMinLength = 8;

    /// <summary>Most characters in a password: long passphrases pass, a megabyte to hash does not.</summary>
    public const int PasswordMaxLength = 256;

    /// <summary>1 to 32 of letters, digits and <c>_ - . | ^ [ ] { } \ `</c>: what IRC nicks may hold.</summary>
    public static bool IsUsername(string? text) => text is not null && UsernamePattern().IsMatch(text);

    /// <summary>The form in which user names are compared.</summary>
    public static string UsernameKey(string username)
    {
        ArgumentNullException.ThrowIfNull(username);
        return username.ToLowerInvariant();
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_\-.|^\[\]{}\\`]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UsernamePattern();
}
