namespace FastEndpoints;

public sealed class Void
{
    internal static readonly Void Instance = new();

    private Void()
    {
    }
}
