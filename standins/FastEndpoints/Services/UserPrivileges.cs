using System.Security.Claims;

namespace FastEndpoints;

public sealed class UserPrivileges
{
    public List<Claim> Claims { get; } = [];

    public List<string> Roles { get; } = [];

    public List<string> Permissions { get; } = [];

    public string this[string claimType]
    {
        set => Claims.Add(new(claimType, value));
    }
}
