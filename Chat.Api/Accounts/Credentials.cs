using Chat.Core.Accounts;
using FluentValidation;

namespace Chat.Api.Accounts;

/// <summary>Rules that several requests share.</summary>
internal static class Credentials
{
    public const int DeviceLength = 100;

    public static void Username<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(AccountRules.IsUsername).WithMessage("1 to 32 letters, digits and _ - . | ^ [ ] { } \\ `.");

    public static void NewPassword<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(password => password?.Length is >= AccountRules.PasswordMinLength and <= AccountRules.PasswordMaxLength)
            .WithMessage($"{AccountRules.PasswordMinLength} to {AccountRules.PasswordMaxLength} characters.");

    public static void Device<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(DeviceLength).WithMessage($"At most {DeviceLength} characters.");
}
