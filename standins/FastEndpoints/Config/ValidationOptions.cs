namespace FastEndpoints;

public sealed class ValidationOptions
{
    public bool UsePropertyNamingPolicy { get; set; } = true;
}
