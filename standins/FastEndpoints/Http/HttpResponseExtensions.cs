using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FastEndpoints;

public static class HttpResponseExtensions
{
    private static readonly JsonObject EmptyObject = [];

    extension(HttpResponse rsp)
    {
        public Task<Void> SendAsync<TResponse>(
            TResponse response, int statusCode = 200, JsonSerializerContext? jsonSerializerContext = null,
            CancellationToken cancellation = default)
        {
            rsp.HttpContext.Items[ContextKey.Response] = response;
            return rsp.Body(statusCode, response, "application/json", jsonSerializerContext, cancellation);
        }

        public Task<Void> SendOkAsync(CancellationToken cancellation = default) => rsp.Bare(200, cancellation);

        public Task<Void> SendOkAsync<TResponse>(
            TResponse response, JsonSerializerContext? jsonSerializerContext = null, CancellationToken cancellation = default)
            => rsp.SendAsync(response, 200, jsonSerializerContext, cancellation);

        public Task<Void> SendNoContentAsync(CancellationToken cancellation = default) => rsp.Bare(204, cancellation);

        public Task<Void> SendNotModifiedAsync(CancellationToken cancellation = default) => rsp.Bare(304, cancellation);

        public Task<Void> SendUnauthorizedAsync(CancellationToken cancellation = default) => rsp.Bare(401, cancellation);

        public Task<Void> SendForbiddenAsync(CancellationToken cancellation = default) => rsp.Bare(403, cancellation);

        public Task<Void> SendNotFoundAsync(CancellationToken cancellation = default) => rsp.Bare(404, cancellation);

        public Task<Void> SendStatusCodeAsync(int statusCode, CancellationToken cancellation = default)
            => rsp.Bare(statusCode, cancellation);

        public Task<Void> SendHeadersAsync(
            Action<IHeaderDictionary> headers, int statusCode = 200, CancellationToken cancellation = default)
        {
            headers(rsp.Headers);
            return rsp.Bare(statusCode, cancellation);
        }

        public Task<Void> SendEmptyJsonObject(
            JsonSerializerContext? jsonSerializerContext = null, CancellationToken cancellation = default)
            => rsp.Body(200, EmptyObject, "application/json", jsonSerializerContext, cancellation);

        public Task<Void> SendErrorsAsync(
            List<ValidationFailure> failures, int statusCode = 400, JsonSerializerContext? jsonSerializerContext = null,
            CancellationToken cancellation = default)
        {
            rsp.HttpContext.MarkResponseStart();
            var content = Cfg.ErrOpts.ResponseBuilder(failures, rsp.HttpContext, statusCode);
            rsp.HttpContext.Items[ContextKey.Response] = content;
            return rsp.Body(statusCode, content, Cfg.ErrOpts.ContentType, jsonSerializerContext, cancellation);
        }

        public Task<Void> SendCreatedAtAsync<TEndpoint>(
            object? routeValues = null, object? responseBody = null, Http? verb = null, int? routeNumber = null,
            JsonSerializerContext? jsonSerializerContext = null, bool generateAbsoluteUrl = false, CancellationToken cancellation = default)
            where TEndpoint : IEndpoint
            => rsp.SendCreatedAtAsync(
                IEndpoint.GetName<TEndpoint>(verb, routeNumber), routeValues, responseBody, jsonSerializerContext, generateAbsoluteUrl, cancellation);

        public async Task<Void> SendCreatedAtAsync(
            string endpointName, object? routeValues = null, object? responseBody = null,
            JsonSerializerContext? jsonSerializerContext = null, bool generateAbsoluteUrl = false, CancellationToken cancellation = default)
        {
            var links = rsp.HttpContext.RequestServices.GetRequiredService<LinkGenerator>();
            rsp.HttpContext.Items[ContextKey.Response] = responseBody;
            rsp.Headers.Location = generateAbsoluteUrl
                ? links.GetUriByName(rsp.HttpContext, endpointName, routeValues)
                : links.GetPathByName(endpointName, routeValues);
            return responseBody is null
                ? await rsp.Bare(201, cancellation)
                : await rsp.Body(201, responseBody, "application/json", jsonSerializerContext, cancellation);
        }

        public async Task<Void> SendStringAsync(
            string content, int statusCode = 200, string contentType = "text/plain; charset=utf-8",
            CancellationToken cancellation = default)
        {
            await rsp.BeginAsync(statusCode);
            rsp.ContentType = contentType;
            await rsp.WriteAsync(content, cancellation.Or(rsp));
            return Void.Instance;
        }

        public Task<Void> SendBytesAsync(
            byte[] bytes, string? fileName = null, string contentType = "application/octet-stream",
            DateTimeOffset? lastModified = null, bool enableRangeProcessing = false, CancellationToken cancellation = default)
            => rsp.SendStreamAsync(new MemoryStream(bytes), fileName, bytes.Length, contentType, lastModified, enableRangeProcessing, cancellation);

        public async Task<Void> SendStreamAsync(
            Stream stream, string? fileName = null, long? fileLengthBytes = null,
            string contentType = "application/octet-stream", DateTimeOffset? lastModified = null, bool enableRangeProcessing = false,
            CancellationToken cancellation = default)
        {
            ArgumentNullException.ThrowIfNull(stream);
            await rsp.BeginAsync(200);
            await using (stream)
            {
                // The framework's own file result speaks ranges and conditions; a length that only the caller knows needs none of them.
                if (!stream.CanSeek && fileLengthBytes is { } length)
                    rsp.ContentLength = length;
                await Results.Stream(stream, contentType, fileName, lastModified, enableRangeProcessing: enableRangeProcessing).ExecuteAsync(rsp.HttpContext);
            }

            return Void.Instance;
        }

        public Task<Void> SendRedirectAsync(string location, bool isPermanent, bool allowRemoteRedirects = false)
            => rsp.SendResultAsync(allowRemoteRedirects ? Results.Redirect(location, isPermanent) : Results.LocalRedirect(location, isPermanent));

        public async Task<Void> SendResultAsync(IResult result)
        {
            rsp.HttpContext.MarkResponseStart();
            await rsp.ModifyAsync();
            await result.ExecuteAsync(rsp.HttpContext);
            return Void.Instance;
        }
    }

    private static async Task<Void> Bare(this HttpResponse rsp, int statusCode, CancellationToken ct)
    {
        await rsp.BeginAsync(statusCode);
        await rsp.StartAsync(ct.Or(rsp));
        return Void.Instance;
    }

    private static async Task<Void> Body(
        this HttpResponse rsp, int statusCode, object? body, string contentType, JsonSerializerContext? context, CancellationToken ct)
    {
        await rsp.BeginAsync(statusCode);
        await Cfg.SerOpts.ResponseSerializer(rsp, body, contentType, context, ct.Or(rsp));
        return Void.Instance;
    }

    private static Task BeginAsync(this HttpResponse rsp, int statusCode)
    {
        rsp.HttpContext.MarkResponseStart();
        rsp.StatusCode = statusCode;
        return rsp.ModifyAsync();
    }

    private static Task ModifyAsync(this HttpResponse rsp)
    {
        Cfg.EpOpts.GlobalResponseModifier?.Invoke(rsp.HttpContext, null);
        return Cfg.EpOpts.GlobalResponseModifierAsync?.Invoke(rsp.HttpContext, null) ?? Task.CompletedTask;
    }

    private static CancellationToken Or(this CancellationToken token, HttpResponse rsp)
        => token == CancellationToken.None ? rsp.HttpContext.RequestAborted : token;
}
