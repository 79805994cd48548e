namespace FastEndpoints;

public abstract class EndpointWithoutRequest : Endpoint<EmptyRequest, object?>, INoRequest
{
    [NotImplemented]
    public virtual Task HandleAsync(CancellationToken ct) => throw new NotImplementedException();

    [NotImplemented]
    public sealed override Task HandleAsync(EmptyRequest _, CancellationToken ct) => HandleAsync(ct);

    [NotImplemented]
    public virtual Task<object?> ExecuteAsync(CancellationToken ct) => throw new NotImplementedException();

    [NotImplemented]
    public sealed override Task<object?> ExecuteAsync(EmptyRequest _, CancellationToken ct) => ExecuteAsync(ct);
}

public abstract class EndpointWithoutRequest<TResponse> : Endpoint<EmptyRequest, TResponse>, INoRequest
{
    [NotImplemented]
    public virtual Task HandleAsync(CancellationToken ct) => throw new NotImplementedException();

    [NotImplemented]
    public sealed override Task HandleAsync(EmptyRequest _, CancellationToken ct) => HandleAsync(ct);

    [NotImplemented]
    public virtual Task<TResponse> ExecuteAsync(CancellationToken ct) => throw new NotImplementedException();

    [NotImplemented]
    public sealed override Task<TResponse> ExecuteAsync(EmptyRequest _, CancellationToken ct) => ExecuteAsync(ct);
}

/// <summary>Marks the handlers that a base class declares, so that start-up can tell which of them an endpoint wrote itself.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
internal sealed class NotImplementedAttribute : Attribute;
