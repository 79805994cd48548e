using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using FluentValidation;
using FluentValidation.Results;

namespace FastEndpoints;

/// <summary>How failures are added to a request's list and thrown; shared by endpoints and validation contexts.</summary>
internal static class Failures
{
    /// <param name="failures">The request's list.</param>
    /// <param name="failure">What to add.</param>
    /// <param name="bodyPrefix">Name and dot of the request's [FromBody] property, which clients do not know and which is cut off.</param>
    internal static void Add(this List<ValidationFailure> failures, ValidationFailure failure, string? bodyPrefix)
    {
        if (bodyPrefix?.Length > 1 && failure.PropertyName.StartsWith(bodyPrefix, StringComparison.Ordinal))
            failure.PropertyName = failure.PropertyName[bodyPrefix.Length..];

        failures.Add(failure);
    }

    internal static ValidationFailure General(string message, string? code = null, Severity severity = Severity.Error)
        => new(Cfg.ErrOpts.GeneralErrorsField, message) { ErrorCode = code, Severity = severity };

    internal static ValidationFailure Of<T>(Expression<Func<T, object?>> property, string message, string? code = null, Severity severity = Severity.Error)
        => new(PropertyChain(property.Body), message) { ErrorCode = code, Severity = severity };

    [DoesNotReturn]
    internal static void Throw(this List<ValidationFailure> failures, ValidationFailure failure, int? statusCode, string? bodyPrefix = null)
    {
        failure.PropertyName ??= Cfg.ErrOpts.GeneralErrorsField;
        failures.Add(failure, bodyPrefix);
        throw new ValidationFailureException(failures, "ThrowError() called!") { StatusCode = statusCode };
    }

    internal static void ThrowIfAny(this List<ValidationFailure> failures, int? statusCode)
    {
        if (failures.Count > 0)
            throw new ValidationFailureException(failures, "ThrowIfAnyErrors() called") { StatusCode = statusCode };
    }

    internal static string PropertyChain(Expression expression) => expression switch
    {
        MemberExpression { Expression: null or ParameterExpression } m => m.Member.Name,
        MemberExpression m => $"{PropertyChain(m.Expression)}.{m.Member.Name}",
        UnaryExpression u => PropertyChain(u.Operand),
        _ => throw new NotSupportedException($"The stand-in names plain properties only, not [{expression}]."),
    };
}
