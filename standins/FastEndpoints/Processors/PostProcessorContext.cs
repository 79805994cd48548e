using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http;

namespace FastEndpoints;

public interface IPostProcessorContext
{
    object? Request { get; }

    object? Response { get; }

    HttpContext HttpContext { get; }

    IReadOnlyCollection<ValidationFailure> ValidationFailures { get; }

    ExceptionDispatchInfo? ExceptionDispatchInfo { get; }

    [MemberNotNullWhen(true, nameof(ExceptionDispatchInfo))]
    sealed bool HasExceptionOccurred => ExceptionDispatchInfo is not null;

    sealed bool HasValidationFailures => ValidationFailures.Count > 0;

    void MarkExceptionAsHandled() => HttpContext.Items[ContextKey.ExceptionHandled] = null;
}

public interface IPostProcessorContext<out TRequest, out TResponse> : IPostProcessorContext
{
    new TRequest? Request { get; }

    new TResponse? Response { get; }

    object? IPostProcessorContext.Request => Request;

    object? IPostProcessorContext.Response => Response;
}

public sealed class PostProcessorContext<TRequest, TResponse> : IPostProcessorContext<TRequest, TResponse>
{
    internal PostProcessorContext(
        TRequest? request, TResponse? response, HttpContext httpContext, ExceptionDispatchInfo? thrown, IReadOnlyCollection<ValidationFailure> failures)
    {
        Request = request;
        Response = response;
        HttpContext = httpContext;
        ExceptionDispatchInfo = thrown;
        ValidationFailures = failures;
    }

    public TRequest? Request { get; init; }

    public TResponse? Response { get; init; }

    public HttpContext HttpContext { get; init; }

    public IReadOnlyCollection<ValidationFailure> ValidationFailures { get; init; }

    public ExceptionDispatchInfo? ExceptionDispatchInfo { get; init; }
}
