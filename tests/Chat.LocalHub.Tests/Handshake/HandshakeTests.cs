using Chat.LocalHub.Events;
using Chat.LocalHub.Tests.Fixtures;
using Chat.LocalHub.Tokens;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Handshake;

public sealed class HandshakeTests : IAsyncLifetime
{
    private const string Json = "Sec-WebSocket-Protocol: json.webpubsub.azure.v1";

    private readonly RecordedEvents _events = new();
    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await TestHub.StartAsync(_events, new() { ["AllowedOrigins:0"] = "https://app.example" });

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_good_request_is_upgraded_with_the_accept_value_of_the_rfc_and_without_extensions()
    {
        var (response, _) = await HandshakeAsync(headers: [Json, "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"]);

        response.ShouldStartWith("HTTP/1.1 101");
        response.ShouldContain("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        response.ShouldContain("Sec-WebSocket-Protocol: json.webpubsub.azure.v1");
        response.ShouldNotContain("Sec-WebSocket-Extensions");
    }

    [Theory]
    [InlineData("Sec-WebSocket-Protocol: json.reliable.webpubsub.azure.v1", 400)]
    [InlineData("Sec-WebSocket-Protocol: protobuf.webpubsub.azure.v1", 400)]
    [InlineData("Sec-WebSocket-Protocol: chat", 400)]
    [InlineData("X-None: 1", 400)]
    [InlineData("Sec-WebSocket-Protocol: json.reliable.webpubsub.azure.v1, json.webpubsub.azure.v1", 101)]
    public async Task A_subprotocol_that_is_not_known_is_refused_and_never_served_raw(string header, int status) =>
        (await StatusAsync(headers: [header])).ShouldBe(status);

    [Theory]
    [InlineData("Origin: https://app.example", 101)]
    [InlineData("Origin: https://APP.example", 101)]
    [InlineData("Origin: https://evil-app.example", 403)]
    [InlineData("Origin: https://app.example.evil", 403)]
    [InlineData("Origin: https://app.example:8443", 403)]
    [InlineData("Origin: http://app.example", 403)]
    [InlineData("Origin: null", 403)]
    [InlineData("Origin: ", 403)]
    [InlineData("X-No-Origin: 1", 101)]
    public async Task A_page_of_a_foreign_origin_is_refused_before_the_upgrade(string header, int status) =>
        (await StatusAsync(headers: [Json, header])).ShouldBe(status);

    [Fact]
    public async Task Without_a_list_only_pages_of_the_same_host_connect()
    {
        await using var hub = await TestHub.StartAsync();
        var target = $"/client/hubs/chat?access_token={hub.Token()}";

        (await StatusAsync(hub, target, [Json, $"Origin: http://{hub.Address.Authority}"])).ShouldBe(101);
        (await StatusAsync(hub, target, [Json, $"Origin: http://{hub.Address.Host}:1"])).ShouldBe(403);
        (await StatusAsync(hub, target, [Json, "Origin: null"])).ShouldBe(403);
    }

    [Fact]
    public async Task The_token_comes_in_the_query_or_in_the_header_and_is_needed()
    {
        (await StatusAsync(target: "/client/hubs/chat")).ShouldBe(401);
        (await StatusAsync(target: "/client/hubs/chat?access_token=x")).ShouldBe(401);
        (await StatusAsync(target: $"/client/hubs/chat?access_token={_hub.Token()}&access_token={_hub.Token()}")).ShouldBe(401);
        (await StatusAsync(target: "/client/hubs/chat", headers: [Json, $"Authorization: Bearer {_hub.Token()}"])).ShouldBe(101);
    }

    [Fact]
    public async Task A_token_for_the_rest_api_opens_no_socket()
    {
        var token = _hub.Tokens.Create(new ClientToken(), $"{_hub.Address}api/hubs/chat/:send");

        (await StatusAsync(target: $"/client/hubs/chat?access_token={token}")).ShouldBe(401);
    }

    [Fact]
    public async Task Both_addresses_lead_to_the_hub_and_its_name_has_no_case()
    {
        (await StatusAsync(target: $"/client/hubs/CHAT?access_token={_hub.Token()}")).ShouldBe(101);
        (await StatusAsync(target: $"/client/?hub=chat&access_token={_hub.Token()}")).ShouldBe(101);
        (await StatusAsync(target: $"/client?hub=chat&access_token={_hub.Token()}")).ShouldBe(101);
        (await StatusAsync(target: $"/client/hubs/other?access_token={_hub.Token()}")).ShouldBe(404);
    }

    [Theory]
    [InlineData("GET", "h2c", "13", "dGhlIHNhbXBsZSBub25jZQ==", 400)]
    [InlineData("GET", "websocket", "8", "dGhlIHNhbXBsZSBub25jZQ==", 426)]
    [InlineData("GET", "websocket", "13", "short", 400)]
    [InlineData("GET", "websocket", "13", "not base64 of 16 bytes!!", 400)]
    [InlineData("POST", "websocket", "13", "dGhlIHNhbXBsZSBub25jZQ==", 400)]
    public async Task Anything_but_a_proper_handshake_is_refused(string method, string upgrade, string version, string key, int status)
    {
        var (response, socket) = await HubSocket.HandshakeAsync(
            _hub.Address, $"/client/hubs/chat?access_token={_hub.Token()}", [Json], method: method, upgrade: upgrade, version: version, key: key);
        socket.Dispose();

        response.ShouldStartWith($"HTTP/1.1 {status}");
    }

    [Fact]
    public async Task The_application_sees_who_asks_and_not_the_token_in_the_query()
    {
        var token = _hub.Tokens.Create(new ClientToken { UserId = "u", Claims = new Dictionary<string, string> { ["jti"] = "once" } });

        (await StatusAsync(target: $"/client/hubs/chat?a=1&a=2&access_token={token}")).ShouldBe(101);

        var request = _events.Requests.ShouldHaveSingleItem();
        request.UserId.ShouldBe("u");
        request.Claims["jti"].ShouldBe(["once"]);
        request.Query.ShouldHaveSingleItem().Value.ShouldBe(["1", "2"]);
        request.Subprotocols.ShouldBe(["json.webpubsub.azure.v1"]);
        request.RemoteAddress!.ToString().ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task The_applications_refusal_is_the_status_and_its_bug_is_500()
    {
        _events.OnConnect = _ => ConnectReply.Reject(429);
        (await StatusAsync()).ShouldBe(429);

        _events.OnConnect = _ => throw new InvalidOperationException("a bug");
        (await StatusAsync()).ShouldBe(500);
        _events.Ends.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_application_may_change_user_groups_and_roles()
    {
        _events.OnConnect = _ => ConnectReply.Accept with { UserId = "other", Groups = ["room"], Roles = [], State = "s" };
        using var socket = await _hub.ConnectWithRolesAsync("u", "g");

        _hub.Service.SendToGroup("g", HubMessage.Json("1"u8.ToArray()));
        _hub.Service.SendToGroup("room", HubMessage.Json("2"u8.ToArray()));
        (await socket.ReceiveAsync()).GetProperty("data").GetInt32().ShouldBe(2);
        (await socket.AskAsync("""{"type":"joinGroup","group":"g","ackId":1}""")).ShouldContain("Forbidden");
        await socket.CloseAsync();

        await Specs.Eventually.TrueAsync(() => ValueTask.FromResult(!_events.Ends.IsEmpty), "the end is told");
        _events.Ends.Single().Connection.ShouldBe(new ClientConnection("chat", socket.ConnectionId, "other", "json.webpubsub.azure.v1", "s"));
    }

    [Fact]
    public async Task Over_the_limit_of_connections_the_hub_is_unavailable()
    {
        await using var hub = await TestHub.StartAsync(settings: new() { ["MaxConnections"] = "1" });
        using var first = await hub.ConnectAsync();

        (await StatusAsync(hub, $"/client/hubs/chat?access_token={hub.Token()}", [Json])).ShouldBe(503);
        await first.CloseAsync();
        await Specs.Eventually.TrueAsync(
            async () => await StatusAsync(hub, $"/client/hubs/chat?access_token={hub.Token()}", [Json]) == 101, "there is room again");
    }

    [Fact]
    public async Task Settings_that_cannot_work_stop_the_host()
    {
        var failure = await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => TestHub.StartAsync(settings: new() { ["AccessKey"] = "short", ["Hub"] = "1", ["IdleTimeout"] = "00:00:10" }));

        failure.Failures.Count().ShouldBe(3);
    }

    private async Task<int> StatusAsync(string? target = null, string[]? headers = null) =>
        await StatusAsync(_hub, target ?? $"/client/hubs/chat?access_token={_hub.Token()}", headers ?? [Json]);

    private static async Task<int> StatusAsync(TestHub hub, string target, string[] headers)
    {
        var (response, socket) = await HubSocket.HandshakeAsync(hub.Address, target, headers);
        socket.Dispose();
        return int.Parse(response.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task<(string Response, HubSocket Socket)> HandshakeAsync(string[] headers) =>
        HubSocket.HandshakeAsync(_hub.Address, $"/client/hubs/chat?access_token={_hub.Token()}", headers);
}
