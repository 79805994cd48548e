namespace FastEndpoints;

[AttributeUsage(AttributeTargets.Property)]
public class FromClaimAttribute : NonJsonBindingAttribute
{
    public FromClaimAttribute(bool isRequired, bool removeFromSchema = false)
    {
        IsRequired = isRequired;
        RemoveFromSchema = removeFromSchema;
    }

    public FromClaimAttribute(string? claimType = null, bool isRequired = true, bool removeFromSchema = false)
    {
        ClaimType = claimType;
        IsRequired = isRequired;
        RemoveFromSchema = removeFromSchema;
    }

    public string? ClaimType { get; set; }

    public bool IsRequired { get; set; }

    public bool RemoveFromSchema { get; set; }
}
