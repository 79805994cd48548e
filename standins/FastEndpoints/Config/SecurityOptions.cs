namespace FastEndpoints;

public sealed class SecurityOptions
{
    public string NameClaimType { internal get; set; } = "name";

    public string PermissionsClaimType { internal get; set; } = "permissions";

    public string ScopeClaimType { internal get; set; } = "scope";

    public Func<string, IEnumerable<string>> ScopeParser { internal get; set; }
        = value => value.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string RoleClaimType { internal get; set; } = "role";
}
