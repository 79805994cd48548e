namespace FastEndpoints;

public sealed class EmptyRequest
{
    private EmptyRequest()
    {
    }

    public static EmptyRequest Instance { get; } = new();
}
