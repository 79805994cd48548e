using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http;

namespace FastEndpoints;

public class ValidationContext : IValidationErrors
{
    public static ValidationContext Instance => new();

    public List<ValidationFailure> ValidationFailures { get; } =
        (List<ValidationFailure>?)ServiceResolver.Instance.Resolve<IHttpContextAccessor>().HttpContext?.Items[ContextKey.ValidationFailures] ?? [];

    public bool ValidationFailed => ValidationFailures.Count > 0;

    public void AddError(ValidationFailure failure) => ValidationFailures.Add(failure);

    public void AddError(string message, string? errorCode = null, Severity severity = Severity.Error)
        => ValidationFailures.Add(Failures.General(message, errorCode, severity));

    [DoesNotReturn]
    public void ThrowError(ValidationFailure failure, int? statusCode = null) => ValidationFailures.Throw(failure, statusCode);

    [DoesNotReturn]
    public void ThrowError(string message, int? statusCode = null) => ValidationFailures.Throw(Failures.General(message), statusCode);

    [DoesNotReturn]
    public void ThrowError(string message, string errorCode, Severity severity = Severity.Error, int? statusCode = null)
        => ValidationFailures.Throw(Failures.General(message, errorCode, severity), statusCode);

    public void ThrowIfAnyErrors(int? statusCode = null) => ValidationFailures.ThrowIfAny(statusCode);
}

public class ValidationContext<T> : ValidationContext, IValidationErrors<T>
{
    public static new ValidationContext<T> Instance => new();

    public void AddError(Expression<Func<T, object?>> property, string errorMessage, string? errorCode = null, Severity severity = Severity.Error)
        => ValidationFailures.Add(Failures.Of(property, errorMessage, errorCode, severity));

    [DoesNotReturn]
    public void ThrowError(Expression<Func<T, object?>> property, string errorMessage, int? statusCode = null)
        => ValidationFailures.Throw(Failures.Of(property, errorMessage), statusCode);

    [DoesNotReturn]
    public void ThrowError(
        Expression<Func<T, object?>> property, string errorMessage, string errorCode, Severity severity = Severity.Error, int? statusCode = null)
        => ValidationFailures.Throw(Failures.Of(property, errorMessage, errorCode, severity), statusCode);
}
