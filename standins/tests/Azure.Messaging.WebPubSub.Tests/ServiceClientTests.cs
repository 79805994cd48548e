using System.Net;
using Azure.Core;

namespace Azure.Messaging.WebPubSub.Tests;

public sealed class ServiceClientTests : IDisposable
{
    private const string Key = "a+key/with=characters=";
    private const string Hub = "https://chat.webpubsub.azure.com/api/hubs/chat";
    private const string Version = "api-version=2024-12-01";

    private readonly RecordedService _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_message_is_posted_as_it_is_with_its_type()
    {
        _service.Status = HttpStatusCode.Accepted;
        await Client().SendToGroupAsync("room/1 é", RequestContent.Create("""{"n":1}"""), ContentType.ApplicationJson, ["a", "b"]);
        await Client().SendToUserAsync("u", "hello");
        await Client().SendToConnectionAsync("c", RequestContent.Create("x"), ContentType.ApplicationOctetStream);

        _service.Calls.Select(call => (call.Line, call.Body, call.ContentType)).ShouldBe(
        [
            ($"POST {Hub}/groups/room%2F1%20%C3%A9/:send?excluded=a&excluded=b&{Version}", """{"n":1}""", "application/json"),
            ($"POST {Hub}/users/u/:send?{Version}", "hello", "text/plain"),
            ($"POST {Hub}/connections/c/:send?{Version}", "x", "application/octet-stream"),
        ]);
    }

    [Fact]
    public async Task Members_are_put_in_and_taken_out()
    {
        await Client().AddUserToGroupAsync("g", "u");
        await Client().AddConnectionToGroupAsync("g", "c");
        _service.Status = HttpStatusCode.NoContent;
        await Client().RemoveUserFromGroupAsync("g", "u");
        await Client().RemoveConnectionFromGroupAsync("g", "c");
        await Client().CloseConnectionAsync("c", "why not");
        await Client().CloseUserConnectionsAsync("u", ["c"], "bye");

        _service.Calls.Select(call => call.Line).ShouldBe(
        [
            $"PUT {Hub}/users/u/groups/g?{Version}",
            $"PUT {Hub}/groups/g/connections/c?{Version}",
            $"DELETE {Hub}/users/u/groups/g?{Version}",
            $"DELETE {Hub}/groups/g/connections/c?{Version}",
            $"DELETE {Hub}/connections/c?reason=why%20not&{Version}",
            $"POST {Hub}/users/u/:closeConnections?excluded=c&reason=bye&{Version}",
        ]);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, true)]
    [InlineData(HttpStatusCode.NotFound, false)]
    public async Task Whether_a_connection_exists_is_in_the_status(HttpStatusCode status, bool exists)
    {
        _service.Status = status;

        (await Client().ConnectionExistsAsync("c")).Value.ShouldBe(exists);
        _service.Calls.Single().Line.ShouldBe($"HEAD {Hub}/connections/c?{Version}");
    }

    [Fact]
    public async Task An_unexpected_status_is_an_exception_unless_the_caller_wants_none()
    {
        _service.Status = HttpStatusCode.NotFound;

        (await Should.ThrowAsync<RequestFailedException>(() => Client().AddConnectionToGroupAsync("g", "c"))).Status.ShouldBe(404);
        (await Client().AddConnectionToGroupAsync("g", "c", new RequestContext { ErrorOptions = ErrorOptions.NoThrow })).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_request_is_signed_for_its_whole_address_with_the_key_as_it_is_written()
    {
        await Client().AddUserToGroupAsync("g", "u");

        var authorization = _service.Calls.Single().Authorization.ShouldNotBeNull();
        var claims = RecordedService.Claims(authorization["Bearer ".Length..], Key);
        claims.GetProperty("aud").GetString().ShouldBe($"{Hub}/users/u/groups/g?{Version}");
        (claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64()).ShouldBe(300);
    }

    [Fact]
    public async Task A_clients_address_has_a_token_for_it()
    {
        var url = await Client().GetClientAccessUriAsync(TimeSpan.FromMinutes(1), "u", ["webpubsub.joinLeaveGroup"], ["g"]);

        url.GetLeftPart(UriPartial.Path).ShouldBe("wss://chat.webpubsub.azure.com/client/hubs/chat");
        var claims = RecordedService.Claims(url.Query["?access_token=".Length..], Key);
        claims.GetProperty("aud").GetString().ShouldBe("https://chat.webpubsub.azure.com/client/hubs/chat");
        claims.GetProperty("sub").GetString().ShouldBe("u");
        claims.GetProperty("role")[0].GetString().ShouldBe("webpubsub.joinLeaveGroup");
        claims.GetProperty("webpubsub.group")[0].GetString().ShouldBe("g");
        (claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64()).ShouldBeInRange(59, 61);
        _service.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_key_the_service_makes_the_token()
    {
        _service.Answer = """{"token":"made-by-the-service"}""";
        var client = new WebPubSubServiceClient(new Uri("https://chat.webpubsub.azure.com"), "chat", new FixedCredential(), _service.Options);

        var url = await client.GetClientAccessUriAsync(TimeSpan.FromSeconds(60), "u");

        url.AbsoluteUri.ShouldBe("wss://chat.webpubsub.azure.com/client/hubs/chat?access_token=made-by-the-service");
        var call = _service.Calls.Single();
        call.Line.ShouldBe($"POST {Hub}/:generateToken?userId=u&minutesToExpire=1&{Version}&clientType=default");
        call.Authorization.ShouldBe("Bearer an-identity");
    }

    [Theory]
    [InlineData("Endpoint=http://localhost:8080/;AccessKey=k;Version=1.0;", "http://localhost:8080/")]
    [InlineData("endpoint=https://a.example;accesskey=k=;port=8443", "https://a.example:8443/")]
    public void A_connection_string_names_the_endpoint(string text, string endpoint) =>
        new WebPubSubServiceClient(text, "chat").Endpoint.AbsoluteUri.ShouldBe(endpoint);

    [Theory]
    [InlineData("AccessKey=k")]
    [InlineData("Endpoint=https://a.example")]
    [InlineData("Endpoint=https://a.example;AccessKey=k;AccessKey=k")]
    [InlineData("Endpoint=https://a.example;AccessKey=k;Port=no")]
    public void A_connection_string_that_lacks_something_is_refused(string text) =>
        Should.Throw<ArgumentException>(() => new WebPubSubServiceClient(text, "chat"));

    private WebPubSubServiceClient Client() =>
        new($"Endpoint=https://chat.webpubsub.azure.com;AccessKey={Key};Version=1.0;", "chat", _service.Options);

    private sealed class FixedCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            requestContext.Scopes.ShouldBe(["https://webpubsub.azure.com/.default"]);
            return new AccessToken("an-identity", DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
