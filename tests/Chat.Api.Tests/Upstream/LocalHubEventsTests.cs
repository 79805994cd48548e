using System.Net;
using System.Text;
using Chat.Core.Presence;
using Chat.LocalHub;
using Chat.LocalHub.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Upstream;

/// <summary>The entrance in process.</summary>
public sealed class LocalHubEventsTests(UpstreamApp app) : SocketDoorSpecs, IClassFixture<UpstreamApp>
{
    private const string Subprotocol = "json.webpubsub.azure.v1";

    protected override UpstreamApp App => app;

    private IHubEvents Events => app.Services.GetRequiredService<IHubEvents>();

    [Theory]
    [InlineData("refused", AckError.BadRequest)]
    [InlineData("limited", AckError.BadRequest)]
    [InlineData("away", AckError.InternalServerError)]
    public async Task A_refusal_is_in_the_acknowledgement_too(string how, AckError name)
    {
        var connection = await EnterAsync();

        var reply = await Events.UserEventAsync(
            new UserEvent(Connection(connection), "echo", Json($$"""{"outcome":"{{how}}"}""")), CancellationToken.None);

        reply.Error.ShouldBe(name);
        reply.ErrorText.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Connections_that_the_hub_heard_are_renewed_from_then()
    {
        var connection = await EnterAsync();
        var user = Guid.Parse(connection.UserId);
        // Without a renewal: whatever made the lease is gone.
        await app.Presence.EndAsync(new Lease(user, connection.ConnectionId, long.MaxValue >> 12), CancellationToken.None);
        (await app.Presence.GetOnlineAsync([user], CancellationToken.None)).ShouldBeEmpty();

        await Events.AliveAsync([new LiveConnection(connection.ConnectionId, connection.UserId, DateTimeOffset.UtcNow)], CancellationToken.None);
        (await app.Presence.GetOnlineAsync([user], CancellationToken.None)).ShouldBe([user]);

        await Events.AliveAsync(
            [new LiveConnection(connection.ConnectionId, connection.UserId, DateTimeOffset.UtcNow.AddSeconds(-46))], CancellationToken.None);
        (await app.Presence.GetOnlineAsync([user], CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_connection_that_left_is_not_renewed()
    {
        var connection = await EnterAsync();
        await DisconnectedAsync(connection);

        await Events.AliveAsync([new LiveConnection(connection.ConnectionId, connection.UserId, DateTimeOffset.UtcNow)], CancellationToken.None);

        (await app.Presence.GetOnlineAsync([Guid.Parse(connection.UserId)], CancellationToken.None)).ShouldBeEmpty();
    }

    protected override async Task<Admitted?> ConnectAsync(string userId, Dictionary<string, string[]> claims, Dictionary<string, string[]> query)
    {
        var id = Guid.NewGuid().ToString("N");
        var reply = await Events.ConnectAsync(
            new ConnectRequest("chat", id, userId, claims, query, new HeaderDictionary(), [Subprotocol], IPAddress.Loopback), CancellationToken.None);
        if (reply.RejectedWith is { } status)
        {
            status.ShouldBe(401);
            return null;
        }

        return new Admitted(id, reply.UserId ?? userId, reply.State!, reply.Groups!, reply.Roles!);
    }

    protected override async Task ConnectedAsync(Admitted connection) =>
        await Events.ConnectedAsync(Connection(connection), CancellationToken.None);

    protected override async Task<Outcome> SendAsync(Admitted connection, string name, string data, bool asText = false)
    {
        var payload = asText ? HubMessage.Text(Encoding.UTF8.GetBytes(data)) : Json(data);
        try
        {
            var reply = await Events.UserEventAsync(new UserEvent(Connection(connection), name, payload), CancellationToken.None);
            var message = reply.Message is { } told ? Encoding.UTF8.GetString(told.Data.Span) : null;
            return new Outcome(message, MustRepeat: reply.Error == AckError.InternalServerError);
        }
        catch (InvalidOperationException)
        {
            // The hub acknowledges an exception with InternalServerError.
            return new Outcome(null, MustRepeat: true);
        }
    }

    protected override async Task DisconnectedAsync(Admitted connection) =>
        await Events.DisconnectedAsync(Connection(connection), new Disconnection(DisconnectCause.Normal, ""), CancellationToken.None);

    private static HubMessage Json(string json) => HubMessage.Json(Encoding.UTF8.GetBytes(json));

    private static ClientConnection Connection(Admitted connection) =>
        new("chat", connection.ConnectionId, connection.UserId, Subprotocol, connection.State);
}
