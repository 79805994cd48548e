using FluentValidation.Results;
using Microsoft.AspNetCore.Http;

namespace FastEndpoints;

public abstract class BaseEndpoint : ServiceResolverClient, IEndpoint
{
    [DontInject]
    public EndpointDefinition Definition { get; internal set; } = null!;

    [DontInject]
    public HttpContext HttpContext { get; internal set; } = null!;

    public List<ValidationFailure> ValidationFailures { get; } = [];

    internal abstract Task ExecAsync(CancellationToken ct);

    public virtual void Configure() => throw new NotImplementedException();

    public virtual void Verbs(params string[] methods) => throw new NotImplementedException();

    public virtual void Routes(params string[] patterns) => throw new NotImplementedException();

    protected virtual void Group<TEndpointGroup>() where TEndpointGroup : Group, new() => throw new NotImplementedException();
}
