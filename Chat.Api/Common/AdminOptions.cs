using Chat.Core.Accounts;

namespace Chat.Api.Common;

/// <summary>The first administrators. Section <c>Chat:Admins</c>.</summary>
internal sealed record AdminOptions
{
    public const string Section = "Chat:Admins";

    /// <summary>User names, separated by commas; empty means that there are none.</summary>
    public string Usernames { get; init; } = "";

    public bool Includes(string username) =>
        Usernames.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Any(admin => AccountRules.UsernameKey(admin) == AccountRules.UsernameKey(username));
}
