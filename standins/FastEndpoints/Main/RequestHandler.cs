using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace FastEndpoints;

/// <summary>What a route runs: refuses a body that is not announced, makes the endpoint with its services and executes it.</summary>
internal sealed class RequestHandler(EndpointDefinition definition) : IResult
{
    private readonly bool _disposable = typeof(IDisposable).IsAssignableFrom(definition.EndpointType);
    private readonly bool _asyncDisposable = typeof(IAsyncDisposable).IsAssignableFrom(definition.EndpointType);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (httpContext.Request.ContentType is null
            && httpContext.GetEndpoint()!.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepts
            && !accepts.ContentTypes.Contains("*/*"))
        {
            httpContext.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return httpContext.Response.StartAsync(httpContext.RequestAborted);
        }

        var endpoint = Create(definition, httpContext);
        httpContext.Items[ContextKey.ValidationFailures] = endpoint.ValidationFailures;
        if (_disposable)
            httpContext.Response.RegisterForDispose((IDisposable)endpoint);
        if (_asyncDisposable)
            httpContext.Response.RegisterForDisposeAsync((IAsyncDisposable)endpoint);
        return endpoint.ExecAsync(httpContext.RequestAborted);
    }

    internal static BaseEndpoint Create(EndpointDefinition definition, HttpContext httpContext)
    {
        var endpoint = (BaseEndpoint)ServiceResolver.Instance.CreateInstance(definition.EndpointType, httpContext.RequestServices);
        endpoint.Definition = definition;
        endpoint.HttpContext = httpContext;
        foreach (var property in definition.Injected)
            property.Set(endpoint, httpContext.RequestServices.GetRequiredService(property.Type));
        return endpoint;
    }
}
