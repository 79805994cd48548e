namespace FastEndpoints;

[AttributeUsage(AttributeTargets.Property)]
public sealed class FromHeaderAttribute : NonJsonBindingAttribute
{
    public FromHeaderAttribute(bool isRequired, bool removeFromSchema = false)
    {
        IsRequired = isRequired;
        RemoveFromSchema = removeFromSchema;
    }

    public FromHeaderAttribute(string? headerName = null, bool isRequired = true, bool removeFromSchema = false)
    {
        HeaderName = headerName;
        IsRequired = isRequired;
        RemoveFromSchema = removeFromSchema;
    }

    public string? HeaderName { get; set; }

    public bool IsRequired { get; set; }

    public bool RemoveFromSchema { get; set; }
}
