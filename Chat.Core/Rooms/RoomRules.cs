using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Chat.Core.Rooms;

/// <summary>What names and codes of rooms may look like.</summary>
public static partial class RoomRules
{
    /// <summary>Characters in a room's name.</summary>
    public const int NameLength = 100;

    // No vowels, so that no words come up; nothing that is mistaken for something else when read aloud.
    private const string CodeAlphabet = "bcdfghjkmnpqrstvwxz23456789";
    private const int GeneratedCodeLength = 10;

    /// <summary>1 to 64 of letters, digits, <c>_</c> and <c>-</c>.</summary>
    public static bool IsCode(string? text) => text is not null && CodePattern().IsMatch(text);

    /// <summary>The form in which codes are compared.</summary>
    public static string CodeKey(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.ToLowerInvariant();
    }

    /// <summary>A code that nobody guesses: 10 characters, 47 bits.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(CodeAlphabet, GeneratedCodeLength);

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();
}
