using Chat.Api.Transport;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Chat.Api.Upstream.WebPubSub;

/// <summary>
/// <c>/api/webpubsub/hubs/{hub}/</c>, the address of the service's event handler. It is the service's protocol and not part of our
/// API, so it is no slice like the others and is in no document.
/// </summary>
internal static class WebPubSubUpstreamEndpoint
{
    /// <summary>The path, as the service's SDKs have it.</summary>
    public const string Path = "/api/webpubsub/hubs/{hub}";

    // The service's own limit for a message is 1 MB; the claims and headers of a connect event stay far below.
    private const int MaxBody = 2 * 1024 * 1024;

    public static void MapWebPubSubUpstream(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Path, [HttpMethods.Options], Validate).ExcludeFromDescription().AllowAnonymous();
        routes.MapPost(Path, ReceiveAsync).ExcludeFromDescription().AllowAnonymous();
    }

    // Abuse protection of the webhook specification (CloudEvents HTTP 1.1 Web Hooks, section 4): nobody can be made to receive events
    // who has not agreed to.
    private static IResult Validate(string hub, HttpContext http, SenderProof proof, IOptions<RealtimeOptions> settings)
    {
        var origin = http.Request.Headers["WebHook-Request-Origin"].ToString();
        if (!IsOurs(hub, settings.Value) || http.Request.Headers[CloudEvent.VersionHeader] != "1.0") return Results.NotFound();
        if (!proof.HasCode(http.Request.Query["code"])) return Results.Unauthorized();
        if (!proof.IsOrigin(origin)) return Results.BadRequest();

        http.Response.Headers["WebHook-Allowed-Origin"] = origin;
        return Results.Ok();
    }

    private static async Task<IResult> ReceiveAsync(
        string hub, HttpContext http, WebPubSubUpstream upstream, SenderProof proof, IOptions<RealtimeOptions> settings)
    {
        if (!IsOurs(hub, settings.Value)) return Results.NotFound();
        if (!proof.HasCode(http.Request.Query["code"])) return Results.Unauthorized();
        if (CloudEvent.Read(http.Request.Headers) is not { } received) return Results.BadRequest();
        if (!proof.IsSigned(received)) return Results.Unauthorized();
        if (!IsOurs(received.Hub, settings.Value)) return Results.BadRequest();

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxBody;
        return await upstream.HandleAsync(received, http.Request, http.RequestAborted);
    }

    private static bool IsOurs(string hub, RealtimeOptions settings) => hub.Equals(settings.Hub, StringComparison.OrdinalIgnoreCase);
}
