using System.Buffers.Text;
using System.Security.Cryptography;
using Chat.LocalHub.Connections;
using Chat.LocalHub.Events;
using Chat.LocalHub.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chat.LocalHub.Handshake;

/// <summary>
/// Where clients open connections. Everything that can be wrong is answered with an HTTP status before the upgrade: a page of a
/// foreign origin 403, no room 503, no good token 401, no subprotocol in common 400, and whatever the application says.
/// </summary>
internal sealed partial class ClientEndpoint(
    LocalNode node,
    HubLifetime lifetime,
    OriginCheck origins,
    TokenValidator tokens,
    ConnectionHost host,
    IHubEvents events,
    IOptions<HubOptions> options,
    ILogger<ClientEndpoint> logger)
{
    private readonly HubOptions _options = options.Value;

    /// <summary>Serves <c>/client/hubs/{hub}</c> and <c>/client/?hub={hub}</c>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="hub">The hub that it names.</param>
    public async Task HandleAsync(HttpContext context, string? hub)
    {
        if (!string.Equals(hub, _options.Hub, StringComparison.OrdinalIgnoreCase))
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such hub.");
            return;
        }

        if (WebSocketHandshake.Refuse(context) is { } status)
        {
            await RefuseAsync(context, status, "Only WebSocket connections of version 13 are served here.");
            return;
        }

        if (!origins.Allows(context.Request))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Pages of this origin may not connect.");
            return;
        }

        if (lifetime.IsStopping || (_options.MaxConnections > 0 && node.Count >= _options.MaxConnections))
        {
            context.Response.Headers.RetryAfter = "1";
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "There is no room for another connection.");
            return;
        }

        await AuthorizeAsync(context);
    }

    private async Task AuthorizeAsync(HttpContext context)
    {
        var claims = tokens.Validate(BearerToken.OfClient(context.Request), RequestAudience.OfClient(context.Request, _options));
        if (claims is null)
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "The access token is missing or not valid.");
            return;
        }

        var offered = Subprotocols.Offered(context.Request.Headers.SecWebSocketProtocol);
        if (Subprotocols.Choose(offered, chosen: null) is null)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, $"Offer the subprotocol {Subprotocols.Json}.");
            return;
        }

        var request = new ConnectRequest(
            _options.Hub, NewConnectionId(), claims.UserId, claims.All, QueryWithoutSecrets(context.Request), context.Request.Headers,
            offered, context.Connection.RemoteIpAddress);
        var reply = await AskAsync(request, context.RequestAborted);
        var subprotocol = Subprotocols.Choose(offered, reply.Subprotocol);
        if (reply.RejectedWith is { } status)
            await RefuseAsync(context, status, "The application refused the connection.");
        else
            await host.RunAsync(context, Accepted.From(request, reply, claims, subprotocol ?? Subprotocols.Json));
    }

    private async ValueTask<ConnectReply> AskAsync(ConnectRequest request, CancellationToken cancellation)
    {
        try
        {
            return await events.ConnectAsync(request, cancellation);
        }
        catch (Exception e)
        {
            LogConnectFailed(e, request.ConnectionId);
            return ConnectReply.Reject(StatusCodes.Status500InternalServerError);
        }
    }

    // 128 random bits: nobody guesses one, and no two nodes need to agree.
    private static string NewConnectionId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    private static Dictionary<string, string[]> QueryWithoutSecrets(HttpRequest request) => request.Query
        .Where(pair => !pair.Key.Equals(BearerToken.QueryKey, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(pair => pair.Key, pair => pair.Value.Select(value => value ?? "").ToArray(), StringComparer.Ordinal);

    private static Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    [LoggerMessage(4001, LogLevel.Error, "The application failed on the request for connection {ConnectionId}.")]
    private partial void LogConnectFailed(Exception exception, string connectionId);
}
