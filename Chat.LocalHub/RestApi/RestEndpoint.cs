using System.Text.Json;
using Chat.LocalHub.Operations;
using Chat.LocalHub.Protocol.Json;
using Chat.LocalHub.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Chat.LocalHub.RestApi;

/// <summary>
/// The REST data plane that the official server SDKs call: <c>/api/hubs/{hub}/…</c> with a token for exactly the address that is
/// called.
/// </summary>
internal sealed class RestEndpoint(HubService hub, ClientTokens clientTokens, TokenValidator tokens, IOptions<HubOptions> options)
{
    private static readonly HashSet<string> Versions = ["2021-10-01", "2022-11-01", "2023-07-01", "2024-01-01", "2024-12-01"];

    private readonly HubOptions _options = options.Value;

    public async Task HandleAsync(HttpContext context, string hubName)
    {
        var result = await AnswerAsync(context, hubName);
        context.Response.StatusCode = result.Status;
        if (result.ErrorCode is not null)
            await WriteErrorAsync(context, result);
        else if (result.Body is not null)
            await WriteJsonAsync(context, result.Body);
        else if (result.Status != StatusCodes.Status204NoContent)
            context.Response.ContentLength = 0;
    }

    private async ValueTask<RestResult> AnswerAsync(HttpContext context, string hubName)
    {
        var path = RawPath.Of(context);
        if (tokens.Validate(BearerToken.OfServer(context.Request), RequestAudience.OfCall(context.Request, path, _options)) is null)
            return RestResult.Unauthorized;
        if (!hubName.Equals(_options.Hub, StringComparison.OrdinalIgnoreCase))
            return RestResult.NotFound;
        if (context.Request.Query["api-version"] is { Count: > 0 } version && (version.Count > 1 || !Versions.Contains(version.ToString())))
            return RestResult.Invalid("api-version", "The api-version is not known.");
        if (context.Request.Query.ContainsKey("filter"))
            return RestResult.Invalid("filter", "Filters are not served by this hub.");

        var operation = RestRoutes.Find(context.Request.Method, RawPath.SegmentsBelowHub(path), out var names, out var pathExists);
        if (operation is null)
            return pathExists ? RestResult.NoMethod : RestResult.NoOperation;
        if (names.Any(name => name.Key == "{group}" && !ClientFrameParser.IsGroupName(name.Value)))
            return RestResult.Invalid("group", "The group's name is not valid.");

        return await operation(new RestRequest(context, [.. names.Select(name => name.Value)], hub, clientTokens, _options));
    }

    private static Task WriteErrorAsync(HttpContext context, RestResult result)
    {
        context.Response.Headers["x-ms-error-code"] = result.ErrorCode;
        if (result.Status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "1";
        if (HttpMethods.IsHead(context.Request.Method))
            return Task.CompletedTask;

        return WriteJsonAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("code", result.ErrorCode);
            json.WriteString("message", result.Message);
            json.WriteString("target", result.Target);
            json.WriteStartArray("details");
            json.WriteEndArray();
            json.WriteStartObject("inner");
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static async Task WriteJsonAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using (var json = new Utf8JsonWriter(context.Response.BodyWriter))
            write(json);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
