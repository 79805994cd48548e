namespace FastEndpoints;

public struct ParseResult(bool isSuccess, object? value)
{
    public bool IsSuccess { get; set; } = isSuccess;

    public object? Value { get; set; } = value;
}
