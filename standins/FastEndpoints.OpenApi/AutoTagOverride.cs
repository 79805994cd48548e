namespace FastEndpoints.OpenApi;

public sealed class AutoTagOverride(string tagName)
{
    public string TagName { get; set; } = tagName;
}
