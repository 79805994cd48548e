using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using FluentValidation;
using FluentValidation.Results;

namespace FastEndpoints;

public interface IValidationErrors
{
    List<ValidationFailure> ValidationFailures { get; }

    bool ValidationFailed { get; }

    void AddError(ValidationFailure failure);

    void AddError(string message, string? errorCode = null, Severity severity = Severity.Error);

    void ThrowIfAnyErrors(int? statusCode = null);

    [DoesNotReturn]
    void ThrowError(ValidationFailure failure, int? statusCode = null);

    [DoesNotReturn]
    void ThrowError(string message, int? statusCode = null);

    [DoesNotReturn]
    void ThrowError(string message, string errorCode, Severity severity = Severity.Error, int? statusCode = null);
}

public interface IValidationErrors<T> : IValidationErrors
{
    void AddError(Expression<Func<T, object?>> property, string errorMessage, string? errorCode = null, Severity severity = Severity.Error);

    [DoesNotReturn]
    void ThrowError(Expression<Func<T, object?>> property, string errorMessage, int? statusCode = null);

    [DoesNotReturn]
    void ThrowError(
        Expression<Func<T, object?>> property, string errorMessage, string errorCode, Severity severity = Severity.Error, int? statusCode = null);
}
