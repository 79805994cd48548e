using Chat.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Chat.Api.Accounts;

/// <summary>
/// ASP.NET Core Identity's hasher: PBKDF2 with HMAC-SHA512, 220,000 rounds (OWASP's figure; the default of 100,000 is below it).
/// </summary>
internal sealed class PasswordHashing : IPasswordHashing
{
    private const int Rounds = 220_000;

    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    public PasswordVerdict Verify(string hash, string password) => _hasher.VerifyHashedPassword(Nobody, hash, password) switch
    {
        PasswordVerificationResult.Success => PasswordVerdict.Right,
        PasswordVerificationResult.SuccessRehashNeeded => PasswordVerdict.RightButOld,
        _ => PasswordVerdict.Wrong,
    };
}
