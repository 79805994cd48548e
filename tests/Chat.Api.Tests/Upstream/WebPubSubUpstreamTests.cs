using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Chat.Core.Transport;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Upstream;

/// <summary>The entrance over HTTP.</summary>
public sealed class WebPubSubUpstreamTests(WebPubSubApp app) : SocketDoorSpecs, IClassFixture<WebPubSubApp>, IDisposable
{
    private const string Subprotocol = "json.webpubsub.azure.v1";

    private readonly HttpClient _http = new() { BaseAddress = app.Address };

    protected override UpstreamApp App => app;

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_connection_whose_rooms_changed_is_closed_when_another_instance_let_it_in()
    {
        var user = Guid.CreateVersion7();
        var stateOfAnotherInstance = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"sid":"{{Guid.NewGuid()}}","rooms":"other"}"""));
        app.Rooms.Set(user, Guid.CreateVersion7());

        await ConnectedAsync(new Admitted("made-elsewhere", $"{user}", stateOfAnotherInstance, [], []));

        app.Transport.DoneTo("made-elsewhere").ShouldBe(["closed"]);
    }

    [Fact]
    public async Task The_subprotocol_that_we_speak_is_chosen_from_those_offered()
    {
        var user = Guid.CreateVersion7();
        var ticket = app.Tickets.Issue(new ClientGrant($"{user}", $"{Guid.NewGuid()}", TimeSpan.FromMinutes(1)), DateTimeOffset.UtcNow.AddMinutes(1));
        var body = new { claims = new { }, query = new { ticket = new[] { ticket } }, headers = new { }, subprotocols = new[] { "other", Subprotocol }, clientCertificates = Array.Empty<string>() };

        using var answer = await _http.SendAsync(
            new ServiceCall("azure.webpubsub.sys.connect", "c") { UserId = $"{user}", Body = JsonContent.Create(body) }.ToRequest());

        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("subprotocol").GetString().ShouldBe(Subprotocol);
    }

    protected override async Task<Admitted?> ConnectAsync(string userId, Dictionary<string, string[]> claims, Dictionary<string, string[]> query)
    {
        var id = Guid.NewGuid().ToString("N");
        var body = JsonContent.Create(new { claims, query, headers = new { }, subprotocols = new[] { Subprotocol }, clientCertificates = Array.Empty<string>() });
        using var answer = await _http.SendAsync(new ServiceCall("azure.webpubsub.sys.connect", id) { UserId = userId, Body = body }.ToRequest());
        if (answer.StatusCode == HttpStatusCode.Unauthorized) return null;

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var accepted = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new Admitted(
            id,
            accepted.GetProperty("userId").GetString()!,
            answer.Headers.GetValues("ce-connectionState").Single(),
            [.. accepted.GetProperty("groups").EnumerateArray().Select(group => group.GetString()!)],
            [.. accepted.GetProperty("roles").EnumerateArray().Select(role => role.GetString()!)]);
    }

    protected override Task ConnectedAsync(Admitted connection) => TellAsync("azure.webpubsub.sys.connected", connection, "{}");

    protected override async Task<Outcome> SendAsync(Admitted connection, string name, string data, bool asText = false)
    {
        var body = new StringContent(data, Encoding.UTF8, asText ? "text/plain" : "application/json");
        using var answer = await _http.SendAsync(Call($"azure.webpubsub.user.{name}", connection, body).ToRequest());
        if (answer.StatusCode == HttpStatusCode.InternalServerError) return new Outcome(null, MustRepeat: true);

        answer.IsSuccessStatusCode.ShouldBeTrue();
        if (answer.StatusCode == HttpStatusCode.NoContent) return new Outcome(null, MustRepeat: false);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return new Outcome(await answer.Content.ReadAsStringAsync(), MustRepeat: false);
    }

    protected override Task DisconnectedAsync(Admitted connection) =>
        TellAsync("azure.webpubsub.sys.disconnected", connection, """{"reason":"bye"}""");

    private async Task TellAsync(string type, Admitted connection, string body)
    {
        using var answer = await _http.SendAsync(Call(type, connection, new StringContent(body, Encoding.UTF8, "application/json")).ToRequest());
        answer.IsSuccessStatusCode.ShouldBeTrue();
    }

    private static ServiceCall Call(string type, Admitted connection, HttpContent body) =>
        new(type, connection.ConnectionId) { UserId = connection.UserId, State = connection.State, Body = body };
}
