using Chat.Api.Common;
using Chat.Api.Transport;
using Chat.Core.Common;
using Chat.Core.Transport;
using FastEndpoints;
using Microsoft.Extensions.Options;

namespace Chat.Api.Realtime;

/// <summary><c>POST realtime/negotiate</c>: an address that opens one socket (docs/protocol.md SK1).</summary>
internal sealed class Negotiate(IRealtimeTransport transport, CurrentUser user, IOptions<RealtimeOptions> settings)
    : EndpointWithoutRequest<Negotiated>
{
    public override void Configure()
    {
        Post("realtime/negotiate");
        Description(endpoint => endpoint.WithName("negotiate"));
        Summary(summary => summary.Summary = "Get an address that opens a socket");
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        HttpContext.Response.Headers.CacheControl = "no-store";
        await this.AnswerAsync(await NegotiateAsync(ct), ct);
    }

    private async Task<Result<Negotiated>> NegotiateAsync(CancellationToken ct)
    {
        try
        {
            var grant = new ClientGrant(user.Id.ToString(), user.SessionId.ToString(), settings.Value.TokenLifetime);
            var access = await transport.GetClientAccessAsync(grant, ct);
            return new Negotiated("webpubsub", "json.webpubsub.azure.v1", Absolute(access.Url), access.ExpiresAt);
        }
        catch (TransportUnavailableException)
        {
            return Errors.ServiceUnavailable;
        }
    }

    // The local hub is at the name under which the caller has reached us, which may be a proxy's.
    private string Absolute(string url)
    {
        var request = HttpContext.Request;
        return url.StartsWith('/') ? $"{(request.IsHttps ? "wss" : "ws")}://{request.Host}{request.PathBase}{url}" : url;
    }
}

/// <summary>Where and how to connect.</summary>
/// <param name="Transport">What serves the socket: <c>webpubsub</c>.</param>
/// <param name="Protocol">The subprotocol to offer.</param>
/// <param name="Url">Opens one socket. Secret.</param>
/// <param name="ExpiresAt">After this it opens none.</param>
internal sealed record Negotiated(string Transport, string Protocol, string Url, DateTimeOffset ExpiresAt);
