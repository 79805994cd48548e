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
        // What is needed to accept a connection dies here: this method's frame lives as long as the connection.
        if (await AcceptAsync(context, hub) is { } accepted)
            await host.RunAsync(context, accepted);
    }

    private async Task<Accepted?> AcceptAsync(HttpContext context, string? hub)
    {
        if (!string.Equals(hub, _options.Hub, StringComparison.OrdinalIgnoreCase))
            return await RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such hub.");

        if (WebSocketHandshake.Refuse(context) is { } status)
            return await RefuseAsync(context, status, "Only WebSocket connections of version 13 are served here.");

        if (!origins.Allows(context.Request))
            return await RefuseAsync(context, StatusCodes.Status403Forbidden, "Pages of this origin may not connect.");

        if (lifetime.IsStopping || (_options.MaxConnections > 0 && node.Count >= _options.MaxConnections))
        {
            context.Response.Headers.RetryAfter = "1";
            return await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "There is no room for another connection.");
        }

        return await AuthorizeAsync(context);
    }

    private async Task<Accepted?> AuthorizeAsync(HttpContext context)
    {
        var claims = tokens.Validate(BearerToken.OfClient(context.Request), RequestAudience.OfClient(context.Request, _options));
        if (claims is null)
            return await RefuseAsync(context, StatusCodes.Status401Unauthorized, "The access token is missing or not valid.");

        var offered = Subprotocols.Offered(context.Request.Headers.SecWebSocketProtocol);
        if (Subprotocols.Choose(offered) is not { } subprotocol)
            return await RefuseAsync(context, StatusCodes.Status400BadRequest, $"Offer the subprotocol {Subprotocols.Json}.");

        var request = new ConnectRequest(
            _options.Hub, NewConnectionId(), claims.UserId, claims.All, QueryWithoutSecrets(context.Request), context.Request.Headers,
            offered, context.Connection.RemoteIpAddress);
        var reply = await AskAsync(request, context.RequestAborted);
        return reply.RejectedWith is { } status
            ? await RefuseAsync(context, status, "The application refused the connection.")
            : Accepted.From(request, reply, claims, subprotocol);
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

    private static async Task<Accepted?> RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(text, context.RequestAborted);
        return null;
    }

    [LoggerMessage(4001, LogLevel.Error, "The application failed on the request for connection {ConnectionId}.")]
    private partial void LogConnectFailed(Exception exception, string connectionId);
}
