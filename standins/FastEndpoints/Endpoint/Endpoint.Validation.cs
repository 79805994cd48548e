using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using FluentValidation;
using FluentValidation.Results;

namespace FastEndpoints;

public abstract partial class Endpoint<TRequest, TResponse> : IValidationErrors<TRequest>
{
    public bool ValidationFailed => ValidationFailures.Count > 0;

    public void AddError(ValidationFailure failure) => ValidationFailures.Add(failure, Definition.BodyPrefix);

    public void AddError(string message, string? errorCode = null, Severity severity = Severity.Error)
        => ValidationFailures.Add(Failures.General(message, errorCode, severity));

    public void AddError(
        Expression<Func<TRequest, object?>> property, string errorMessage, string? errorCode = null, Severity severity = Severity.Error)
        => ValidationFailures.Add(Failures.Of(property, errorMessage, errorCode, severity), Definition.BodyPrefix);

    [DoesNotReturn]
    public void ThrowError(ValidationFailure failure, int? statusCode = null) => ValidationFailures.Throw(failure, statusCode, Definition.BodyPrefix);

    [DoesNotReturn]
    public void ThrowError(string message, int? statusCode = null) => ValidationFailures.Throw(Failures.General(message), statusCode);

    [DoesNotReturn]
    public void ThrowError(string message, string errorCode, Severity severity = Severity.Error, int? statusCode = null)
        => ValidationFailures.Throw(Failures.General(message, errorCode, severity), statusCode);

    [DoesNotReturn]
    public void ThrowError(Expression<Func<TRequest, object?>> property, string errorMessage, int? statusCode = null)
        => ValidationFailures.Throw(Failures.Of(property, errorMessage), statusCode, Definition.BodyPrefix);

    [DoesNotReturn]
    public void ThrowError(
        Expression<Func<TRequest, object?>> property, string errorMessage, string errorCode, Severity severity = Severity.Error, int? statusCode = null)
        => ValidationFailures.Throw(Failures.Of(property, errorMessage, errorCode, severity), statusCode, Definition.BodyPrefix);

    public void ThrowIfAnyErrors(int? statusCode = null) => ValidationFailures.ThrowIfAny(statusCode);
}
