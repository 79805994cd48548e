namespace FastEndpoints.OpenApi;

public enum TagCase
{
    None = 0,
    TitleCase = 1,
    LowerCase = 2,
}
