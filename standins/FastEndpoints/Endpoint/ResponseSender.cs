using FluentValidation.Results;
using Microsoft.AspNetCore.Http;
using System.Runtime.CompilerServices;

namespace FastEndpoints;

public interface IResponseSender
{
    HttpContext HttpContext { get; }

    List<ValidationFailure> ValidationFailures { get; }

    EndpointDefinition Definition { get; }
}

public readonly struct ResponseSender<TRequest, TResponse>(Endpoint<TRequest, TResponse> ep) : IResponseSender where TRequest : notnull
{
    public HttpContext HttpContext => ep.HttpContext;

    public List<ValidationFailure> ValidationFailures => ep.ValidationFailures;

    public EndpointDefinition Definition => ep.Definition;

    private HttpResponse Answer => ep.HttpContext.Response;

    public Task<Void> BytesAsync(
        byte[] bytes, string? fileName = null, string contentType = "application/octet-stream", DateTimeOffset? lastModified = null,
        bool enableRangeProcessing = false, CancellationToken cancellation = default)
        => Answer.SendBytesAsync(bytes, fileName, contentType, lastModified, enableRangeProcessing, cancellation);

    public Task<Void> CreatedAtAsync<TEndpoint>(
        object? routeValues = null, TResponse? responseBody = default, Http? verb = null, int? routeNumber = null,
        bool generateAbsoluteUrl = false, CancellationToken cancellation = default) where TEndpoint : IEndpoint
        => CreatedAtAsync(IEndpoint.GetName<TEndpoint>(verb, routeNumber), routeValues, responseBody, generateAbsoluteUrl, cancellation);

    public Task<Void> CreatedAtAsync(
        string endpointName, object? routeValues = null, TResponse? responseBody = default, bool generateAbsoluteUrl = false,
        CancellationToken cancellation = default)
    {
        if (responseBody is not null)
            ep.Response = responseBody;
        return Answer.SendCreatedAtAsync(endpointName, routeValues, responseBody, null, generateAbsoluteUrl, cancellation);
    }

    public Task<Void> EmptyJsonObject(CancellationToken cancellation = default) => Answer.SendEmptyJsonObject(null, cancellation);

    public Task<Void> ErrorsAsync(int statusCode = 400, CancellationToken cancellation = default)
        => Answer.SendErrorsAsync(ep.ValidationFailures, statusCode, null, cancellation);

    public Task<Void> ForbiddenAsync(CancellationToken cancellation = default) => Answer.SendForbiddenAsync(cancellation);

    public Task<Void> HeadersAsync(Action<IHeaderDictionary> headers, int statusCode = 200, CancellationToken cancellation = default)
        => Answer.SendHeadersAsync(headers, statusCode, cancellation);

    public Task<Void> NoContentAsync(CancellationToken cancellation = default) => Answer.SendNoContentAsync(cancellation);

    public Task<Void> NotModifiedAsync(CancellationToken cancellation = default) => Answer.SendNotModifiedAsync(cancellation);

    public Task<Void> NotFoundAsync(CancellationToken cancellation = default) => Answer.SendNotFoundAsync(cancellation);

    public Task<Void> OkAsync(TResponse response, CancellationToken cancellation)
    {
        // A token is an object too: with an untyped answer OkAsync(ct) lands here and means no body.
        if (typeof(TResponse) == typeof(object) && response is CancellationToken token)
            return Answer.SendOkAsync(token);
        ep.Response = response;
        return Answer.SendOkAsync(response, null, cancellation);
    }

    [OverloadResolutionPriority(1)]
    public Task<Void> OkAsync(TResponse response) => OkAsync(response, CancellationToken.None);

    public Task<Void> OkAsync(CancellationToken cancellation) => Answer.SendOkAsync(cancellation);

    public Task<Void> OkAsync() => Answer.SendOkAsync();

    public Task<Void> RedirectAsync(string location, bool isPermanent = false, bool allowRemoteRedirects = false)
        => Answer.SendRedirectAsync(location, isPermanent, allowRemoteRedirects);

    public Task<Void> ResponseAsync(TResponse response, int statusCode = 200, CancellationToken cancellation = default)
    {
        ep.Response = response;
        return Answer.SendAsync(response, statusCode, null, cancellation);
    }

    public Task<Void> ResultAsync(IResult result) => Answer.SendResultAsync(result);

    public Task<Void> StatusCodeAsync(int statusCode, CancellationToken cancellation = default) => Answer.SendStatusCodeAsync(statusCode, cancellation);

    public Task<Void> StreamAsync(
        Stream stream, string? fileName = null, long? fileLengthBytes = null, string contentType = "application/octet-stream",
        DateTimeOffset? lastModified = null, bool enableRangeProcessing = false, CancellationToken cancellation = default)
        => Answer.SendStreamAsync(stream, fileName, fileLengthBytes, contentType, lastModified, enableRangeProcessing, cancellation);

    public Task<Void> StringAsync(
        string content, int statusCode = 200, string contentType = "text/plain; charset=utf-8", CancellationToken cancellation = default)
        => Answer.SendStringAsync(content, statusCode, contentType, cancellation);

    public Task<Void> UnauthorizedAsync(CancellationToken cancellation = default) => Answer.SendUnauthorizedAsync(cancellation);
}
