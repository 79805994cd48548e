using Chat.Core.Rooms;
using FluentValidation;

namespace Chat.Api.Rooms;

/// <summary>Rules that several requests share.</summary>
internal static class RoomValidation
{
    public static IRuleBuilderOptions<T, string?> RoomCode<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(RoomRules.IsCode).WithMessage("1 to 64 letters, digits, _ and -.");
}
