using System.Text.Json;
using Chat.Core.Common;

namespace Chat.Api.Upstream.WebPubSub;

/// <summary>
/// Where Azure Web PubSub's events come in: an entrance to <see cref="SocketDoor"/>. The service calls connect and user events and
/// waits for the answer; the other two it only tells.
/// </summary>
internal sealed class WebPubSubUpstream(SocketDoor door, SocketTickets tickets, SocketPresence presence)
{
    /// <summary>The subprotocol that our clients speak.</summary>
    private const string Subprotocol = "json.webpubsub.azure.v1";

    /// <summary>Handles one event that has proved its sender.</summary>
    public Task<IResult> HandleAsync(CloudEvent received, HttpRequest request, CancellationToken cancellation) => received.Type switch
    {
        CloudEvent.Connect => ConnectAsync(received, request, cancellation),
        CloudEvent.Connected => ConnectedAsync(received, cancellation),
        CloudEvent.Disconnected => DisconnectedAsync(received, cancellation),
        _ when received.Type.StartsWith(CloudEvent.UserPrefix, StringComparison.Ordinal) => UserEventAsync(received, request, cancellation),
        _ => Task.FromResult(Results.BadRequest()),
    };

    private async Task<IResult> ConnectAsync(CloudEvent received, HttpRequest request, CancellationToken cancellation)
    {
        var body = await ReadConnectAsync(request, cancellation);
        if (body is null) return Results.BadRequest();

        var ticket = tickets.Find(received.UserId, body.Claims ?? Nothing, body.Query ?? Nothing);
        var admitted = await door.AdmitAsync(ticket, received.ConnectionId, cancellation);
        if (!admitted.Succeeded) return Results.Unauthorized();

        request.HttpContext.Response.Headers[CloudEvent.StateHeader] = CloudEvent.WriteState(admitted.Value.State);
        var subprotocol = body.Subprotocols?.Contains(Subprotocol) == true ? Subprotocol : null;
        return Results.Json(new ConnectAnswer(ticket!.UserId, admitted.Value.Groups, [], subprotocol), ConnectJson.Default.ConnectAnswer);
    }

    private async Task<IResult> ConnectedAsync(CloudEvent received, CancellationToken cancellation)
    {
        if (Caller(received) is not { } caller) return Results.BadRequest();

        await presence.HeardAsync(caller, cancellation);
        await door.OpenedAsync(caller, received.State!.Rooms, cancellation);
        return Results.NoContent();
    }

    private async Task<IResult> UserEventAsync(CloudEvent received, HttpRequest request, CancellationToken cancellation)
    {
        if (Caller(received) is not { } caller) return Results.BadRequest();

        var heard = presence.HeardAsync(caller, cancellation);
        var outcome = request.HasJsonContentType()
            ? await door.HandleAsync(caller, received.EventName, await ReadAsync(request, cancellation), cancellation)
            : SocketDoor.NotJson(received.EventName);
        await heard;

        // SK5: the service acks a refusal as a success, and the reply tells; what may succeed later is refused, so that the client repeats it.
        if (outcome.Error?.Kind == ErrorKind.Unavailable) return Results.StatusCode(StatusCodes.Status500InternalServerError);
        return outcome.Reply.IsEmpty ? Results.NoContent() : Results.Bytes(outcome.Reply, "application/json");
    }

    private async Task<IResult> DisconnectedAsync(CloudEvent received, CancellationToken cancellation)
    {
        door.Closed(received.ConnectionId);
        if (Caller(received) is { } caller) await presence.EndAsync(caller, cancellation);
        return Results.NoContent();
    }

    private static readonly Dictionary<string, string[]> Nothing = [];

    private static SocketCaller? Caller(CloudEvent received) =>
        Guid.TryParse(received.UserId, out var user) && received.State is { } state
            ? new SocketCaller(user, state.Session, received.ConnectionId)
            : null;

    private static async ValueTask<ConnectBody?> ReadConnectAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, ConnectJson.Default.ConnectBody, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
