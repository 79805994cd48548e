using Chat.Core.Common;
using FastEndpoints;

namespace Chat.Api.Common;

/// <summary>How endpoints answer with what a service returned.</summary>
internal static class Answering
{
    /// <summary>The value as JSON, or the failure as a problem.</summary>
    public static Task AnswerAsync<TRequest, TValue>(
        this Endpoint<TRequest, TValue> endpoint, Result<TValue> result, CancellationToken cancellation, int status = StatusCodes.Status200OK)
        where TRequest : notnull
        where TValue : notnull =>
        result.Succeeded
            ? endpoint.HttpContext.Response.SendAsync(result.Value, status, cancellation: cancellation)
            : Problem.WriteAsync(endpoint.HttpContext, result.Error);

    /// <summary>204, or the failure as a problem.</summary>
    public static Task AnswerAsync(this BaseEndpoint endpoint, Result<Done> result, CancellationToken cancellation) =>
        result.Succeeded
            ? endpoint.HttpContext.Response.SendNoContentAsync(cancellation)
            : Problem.WriteAsync(endpoint.HttpContext, result.Error);
}
