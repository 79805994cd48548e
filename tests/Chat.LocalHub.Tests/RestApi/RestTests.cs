using System.Net.Http.Headers;
using System.Text.Json;
using Chat.LocalHub.Tests.Fixtures;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.RestApi;

public sealed class RestTests : IAsyncLifetime
{
    private TestHub _hub = null!;
    private RestClient _rest = null!;

    public async Task InitializeAsync()
    {
        _hub = await TestHub.StartAsync(settings: new() { ["MaxMessageBytes"] = "2000" });
        _rest = new RestClient(_hub);
    }

    public async Task DisposeAsync()
    {
        _rest.Dispose();
        await _hub.DisposeAsync();
    }

    [Theory]
    [InlineData("POST", ":send", 202)]
    [InlineData("POST", "groups/g/:send", 202)]
    [InlineData("POST", "groups/g/%3Asend", 202)]
    [InlineData("POST", "users/u/:send", 202)]
    [InlineData("POST", "connections/nobody/:send", 202)]
    [InlineData("POST", ":closeConnections", 204)]
    [InlineData("POST", "groups/g/:closeConnections", 204)]
    [InlineData("POST", "users/u/:closeConnections", 204)]
    [InlineData("DELETE", "connections/nobody", 204)]
    [InlineData("DELETE", "connections/nobody/groups", 204)]
    [InlineData("HEAD", "connections/nobody", 404)]
    [InlineData("HEAD", "groups/g", 404)]
    [InlineData("HEAD", "users/u", 404)]
    [InlineData("GET", "groups/g/connections", 200)]
    [InlineData("PUT", "groups/g/connections/nobody", 404)]
    [InlineData("DELETE", "groups/g/connections/nobody", 204)]
    [InlineData("PUT", "users/u/groups/g", 200)]
    [InlineData("DELETE", "users/u/groups/g", 204)]
    [InlineData("DELETE", "users/u/groups", 204)]
    [InlineData("POST", ":generateToken", 200)]
    [InlineData("GET", ":send", 405)]
    [InlineData("PATCH", "groups/g/connections/nobody", 405)]
    [InlineData("POST", "nothing/of/the/sort", 404)]
    [InlineData("PUT", "groups/%20/connections/c", 400)]
    [InlineData("POST", ":send?api-version=2024-12-01", 202)]
    [InlineData("POST", ":send?api-version=2019-01-01", 400)]
    [InlineData("POST", ":send?api-version=2024-12-01&api-version=2024-12-01", 400)]
    [InlineData("POST", ":send?filter=userId%20eq%20null", 400)]
    [InlineData("POST", ":send?messageTtlSeconds=300", 202)]
    [InlineData("POST", ":send?messageTtlSeconds=301", 400)]
    [InlineData("POST", ":send?messageTtlSeconds=-1", 400)]
    [InlineData("POST", ":generateToken?minutesToExpire=0", 400)]
    [InlineData("POST", ":generateToken?clientType=MQTT", 400)]
    [InlineData("GET", "groups/g/connections?maxpagesize=201", 400)]
    public async Task Each_operation_has_the_status_of_the_service_when_nobody_is_there(string method, string path, int status)
    {
        var reply = await _rest.CallAsync(method, path, method == "POST" ? "{}" : null);

        reply.Status.ShouldBe(status);
        (reply.Code is not null).ShouldBe(status >= 400);
        if (status >= 400 && method != "HEAD")
            JsonElement.Parse(reply.Body).EnumerateObject().Select(member => member.Name).ShouldBe(["code", "message", "target", "details", "inner"]);
    }

    [Theory]
    [InlineData("application/json", "{\"a\":1}", 202, "json", "{\"a\":1}")]
    [InlineData("application/json; charset=utf-8", "\"s\"", 202, "json", "\"s\"")]
    [InlineData("text/plain", "h\u00e9 \"x\"", 202, "text", "\"h\u00e9 \\\"x\\\"\"")]
    [InlineData("text/plain; charset=utf-8", "", 202, "text", "\"\"")]
    [InlineData("application/octet-stream", "abc", 202, "binary", "\"YWJj\"")]
    [InlineData("application/json", "{", 400, "", "")]
    [InlineData("application/json", "1 2", 400, "", "")]
    [InlineData("application/json", "", 400, "", "")]
    [InlineData("application/xml", "<a/>", 415, "", "")]
    public async Task A_payload_arrives_as_its_content_type_says(string contentType, string body, int status, string dataType, string data)
    {
        using var socket = await _hub.ConnectAsync("u", groups: ["g"]);

        (await _rest.CallAsync("POST", "groups/g/:send", body, contentType)).Status.ShouldBe(status);

        if (status == 202)
            (await socket.ReceiveTextAsync()).ShouldBe($$"""{"type":"message","from":"group","group":"g","dataType":"{{dataType}}","data":{{data}}}""");
        else
            await socket.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_payload_over_the_limit_is_413() =>
        (await _rest.CallAsync("POST", ":send", new string('x', 2001), "text/plain")).Status.ShouldBe(413);

    [Fact]
    public async Task Names_are_unescaped_slashes_included()
    {
        using var socket = await _hub.ConnectAsync("user@a/b c");

        (await _rest.CallAsync("PUT", "users/user%40a%2Fb%20c/groups/room%2F1%20%C3%A9")).Status.ShouldBe(200);
        (await _rest.CallAsync("HEAD", "groups/room%2F1%20%C3%A9")).Status.ShouldBe(200);
        (await _rest.CallAsync("HEAD", "users/user%40a%2Fb%20c")).Status.ShouldBe(200);
        (await _rest.CallAsync("POST", "groups/room%2F1%20%C3%A9/:send", "1")).Status.ShouldBe(202);

        (await socket.ReceiveAsync()).GetProperty("group").GetString().ShouldBe("room/1 é");
    }

    [Fact]
    public async Task Connections_are_put_into_groups_found_sent_to_and_closed()
    {
        using var socket = await _hub.ConnectAsync("u");
        var id = socket.ConnectionId;

        (await _rest.CallAsync("PUT", $"groups/g/connections/{id}")).Status.ShouldBe(200);
        (await _rest.CallAsync("HEAD", $"connections/{id}")).Status.ShouldBe(200);
        (await _rest.CallAsync("GET", "groups/g/connections")).Body.ShouldBe($$"""{"value":[{"connectionId":"{{id}}","userId":"u"}]}""");
        await _rest.CallAsync("POST", $"connections/{id}/:send", "1");
        await _rest.CallAsync("POST", "users/u/:send", "2");
        await _rest.CallAsync("POST", $":send?excluded={id}", "3");
        await _rest.CallAsync("DELETE", $"groups/g/connections/{id}");
        await _rest.CallAsync("POST", "groups/g/:send", "4");
        await _rest.CallAsync("PUT", "users/u/groups/g");
        await _rest.CallAsync("DELETE", $"connections/{id}/groups");
        await _rest.CallAsync("POST", "groups/g/:send", "5");
        await _rest.CallAsync("POST", "users/u/:closeConnections?excluded=" + id);
        await _rest.CallAsync("DELETE", $"connections/{id}?reason=enough");

        (await socket.ReceiveAsync()).GetProperty("data").GetInt32().ShouldBe(1);
        (await socket.ReceiveAsync()).GetProperty("data").GetInt32().ShouldBe(2);
        (await socket.ReceiveTextAsync()).ShouldBe("""{"type":"system","event":"disconnected","message":"Application server closed the connection. Reason: enough"}""");
        (await socket.ReadToCloseAsync())!.CloseCode.ShouldBe(1000);
    }

    [Fact]
    public async Task A_list_is_followed_by_its_links_to_the_end()
    {
        var sockets = new List<HubSocket>();
        for (var i = 0; i < 5; i++)
            sockets.Add(await _hub.ConnectAsync($"u{i}", groups: ["a/b"]));

        var found = new List<string>();
        var next = "groups/a%2Fb/connections?maxpagesize=2&api-version=2024-12-01";
        while (next is not null)
        {
            var page = JsonElement.Parse((await _rest.CallAsync("GET", next)).Body);
            found.AddRange(page.GetProperty("value").EnumerateArray().Select(member => member.GetProperty("connectionId").GetString()!));
            next = page.TryGetProperty("nextLink", out var link) ? link.GetString()![$"{_hub.Address}api/hubs/chat/".Length..] : null;
        }

        found.ShouldBe(sockets.Select(socket => socket.ConnectionId).Order(StringComparer.Ordinal));
        JsonElement.Parse((await _rest.CallAsync("GET", "groups/a%2Fb/connections?top=3")).Body).GetProperty("value").GetArrayLength().ShouldBe(3);
        sockets.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task A_generated_token_opens_a_connection_with_what_was_asked_for()
    {
        var reply = await _rest.CallAsync("POST", ":generateToken?userId=u&role=webpubsub.sendToGroup.a&role=webpubsub.joinLeaveGroup&group=g&minutesToExpire=1");
        var token = JsonElement.Parse(reply.Body).GetProperty("token").GetString()!;
        using var socket = await HubSocket.ConnectAsync(_hub.Address, token);

        await _rest.CallAsync("POST", "groups/g/:send", "1");
        (await socket.ReceiveAsync()).GetProperty("group").GetString().ShouldBe("g");
        (await socket.AskAsync("""{"type":"sendToGroup","group":"b","ackId":1,"data":1}""")).ShouldContain("Forbidden");
        (await socket.AskAsync("""{"type":"sendToGroup","group":"a","ackId":2,"data":1}""")).ShouldContain("\"success\":true");
    }

    [Fact]
    public async Task A_call_needs_a_token_for_its_own_address()
    {
        var address = $"{_hub.Address}api/hubs/chat/:send";
        (await _rest.CallAsync("POST", ":send", "1", audience: address + "?any=query")).Status.ShouldBe(202);
        (await _rest.CallAsync("POST", ":send", "1", audience: address + "/")).Status.ShouldBe(202);
        (await _rest.CallAsync("POST", ":send", "1", audience: $"{_hub.Address}api/hubs/chat/groups/g/:send")).Status.ShouldBe(401);
        (await _rest.CallAsync("POST", ":send", "1", audience: $"{_hub.Address}client/hubs/chat")).Status.ShouldBe(401);
        (await _rest.CallAsync("POST", ":send", "1", audience: "/client/hubs/chat")).Status.ShouldBe(401);
        (await _rest.CallAsync("POST", "/api/hubs/chat/:send", authorization: null)).Status.ShouldBe(401);
        (await _rest.CallAsync("POST", "/api/hubs/chat/:send", new AuthenticationHeaderValue("Bearer", "x"))).Status.ShouldBe(401);
        (await _rest.CallAsync("POST", "/api/hubs/chat/:send", new AuthenticationHeaderValue("Basic", _rest.Token(address)))).Status.ShouldBe(401);
        (await _rest.CallAsync("POST", "/api/hubs/other/:send", new AuthenticationHeaderValue("Bearer", _rest.Token($"{_hub.Address}api/hubs/other/:send")))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Health_needs_no_token()
    {
        (await _rest.CallAsync("HEAD", "/api/health", authorization: null)).Status.ShouldBe(200);
        (await _rest.CallAsync("GET", "/api/health", authorization: null)).Status.ShouldBe(200);
    }
}
