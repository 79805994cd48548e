using FluentValidation.Results;
using Microsoft.AspNetCore.Http;

namespace FastEndpoints;

public interface IPreProcessorContext
{
    object? Request { get; }

    HttpContext HttpContext { get; }

    List<ValidationFailure> ValidationFailures { get; }

    sealed bool HasValidationFailures => ValidationFailures.Count > 0;
}

public interface IPreProcessorContext<out TRequest> : IPreProcessorContext
{
    new TRequest? Request { get; }

    object? IPreProcessorContext.Request => Request;
}

public sealed class PreProcessorContext<TRequest> : IPreProcessorContext<TRequest>
{
    internal PreProcessorContext(TRequest? request, HttpContext httpContext, List<ValidationFailure> validationFailures)
    {
        Request = request;
        HttpContext = httpContext;
        ValidationFailures = validationFailures;
    }

    public TRequest? Request { get; init; }

    public HttpContext HttpContext { get; init; }

    public List<ValidationFailure> ValidationFailures { get; init; }
}
