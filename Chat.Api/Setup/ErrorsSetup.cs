using Chat.Api.Common;
using Chat.Core.Common;
using Chat.Core.Redis;
using Chat.Core.Transport;
using FluentValidation.Results;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Npgsql;

namespace Chat.Api.Setup;

/// <summary>Answers for whatever went wrong outside an endpoint's own results.</summary>
internal static partial class ErrorsSetup
{
    /// <summary>Exceptions, and statuses that the framework sets without a body.</summary>
    public static void UseErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerExceptionAsync, SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePages(context => AnswerStatusAsync(context.HttpContext));
        app.Use(RefuseBodyWithoutType);
    }

    /// <summary>What a validator found, as the members of the request are called in JSON.</summary>
    public static IReadOnlyList<InvalidMember> Members(IEnumerable<ValidationFailure> failures) =>
        [.. failures.Select(failure => new InvalidMember(CamelCase(failure.PropertyName), failure.ErrorMessage))];

    // FastEndpoints refuses a body that says no type by starting an answer without a body, to which nothing could be added any more.
    private static Task RefuseBodyWithoutType(HttpContext http, RequestDelegate next) =>
        http.Request.ContentType is null
        && http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepts && !accepts.ContentTypes.Contains("*/*")
            ? Problem.WriteAsync(http, Errors.RequestMediaType)
            : next(http);

    private static Task AnswerStatusAsync(HttpContext http)
    {
        Error? error = http.Response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => Errors.RequestInvalid,
            StatusCodes.Status401Unauthorized => Errors.AuthRequired,
            StatusCodes.Status403Forbidden => Errors.AuthForbidden,
            StatusCodes.Status404NotFound => Errors.RequestNotFound,
            StatusCodes.Status405MethodNotAllowed => Errors.RequestMethodNotAllowed,
            StatusCodes.Status413PayloadTooLarge => Errors.RequestTooLarge,
            StatusCodes.Status415UnsupportedMediaType => Errors.RequestMediaType,
            _ => null,
        };
        return error is null ? Task.CompletedTask : Problem.WriteAsync(http, error);
    }

    private static Task AnswerExceptionAsync(HttpContext http)
    {
        var exception = http.Features.Get<IExceptionHandlerFeature>()!.Error;
        if (exception is BadHttpRequestException bad)
        {
            http.Response.StatusCode = bad.StatusCode;
            return AnswerStatusAsync(http);
        }

        var logger = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorsSetup));
        if (IsAway(exception))
        {
            StoreAway(logger, exception);
            return Problem.WriteAsync(http, Errors.ServiceUnavailable);
        }

        Unexpected(logger, http.Request.Method, http.GetEndpoint()?.DisplayName, exception);
        return Problem.WriteAsync(http, Errors.ServiceFailed);
    }

    // A statement that Postgres refused is a bug of ours; a Postgres that is not there, or goes away, is not.
    private static bool IsAway(Exception exception) => exception switch
    {
        PostgresException refused => refused.SqlState.StartsWith("57P", StringComparison.Ordinal) || refused.SqlState.StartsWith("53", StringComparison.Ordinal),
        NpgsqlException or TimeoutException or RedisUnavailableException or TransportUnavailableException => true,
        _ => exception.InnerException is { } inner && IsAway(inner),
    };

    private static string CamelCase(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    [LoggerMessage(2000, LogLevel.Warning, "A store or service is away.")]
    private static partial void StoreAway(ILogger logger, Exception exception);

    [LoggerMessage(2001, LogLevel.Error, "{Method} {Endpoint} failed.")]
    private static partial void Unexpected(ILogger logger, string method, string? endpoint, Exception exception);
}
