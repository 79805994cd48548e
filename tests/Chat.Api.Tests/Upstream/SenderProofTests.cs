using System.Net;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Upstream;

/// <summary>R15: only the service's own events come in.</summary>
public sealed class SenderProofTests(WebPubSubApp app, KeylessApp keyless) : IClassFixture<WebPubSubApp>, IClassFixture<KeylessApp>
{
    private const string Disconnected = "azure.webpubsub.sys.disconnected";
    private const string ConnectionId = "0f9c97a2f0bf4706afe87a14e0797b11";

    [Fact]
    public async Task The_signature_of_the_services_own_documents_is_good()
    {
        var call = new ServiceCall(Disconnected, ConnectionId)
        {
            Signature = "sha256=7767effcb3946f3e1de039df4b986ef02c110b1469d02c0a06f41b3b727ab561",
        };
        (await StatusAsync(app, call)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Any_of_several_signatures_by_any_of_our_keys_is_enough()
    {
        (await StatusAsync(app, new ServiceCall(Disconnected, "c") { Keys = [WebPubSubApp.OtherKey] })).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(app, new ServiceCall(Disconnected, "c") { Keys = ["unknown", WebPubSubApp.PrimaryKey] })).ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha256=zz67effcb3946f3e1de039df4b986ef02c110b1469d02c0a06f41b3b727ab561")]
    [InlineData("7767effcb3946f3e1de039df4b986ef02c110b1469d02c0a06f41b3b727ab561")]
    [InlineData("sha256=8767effcb3946f3e1de039df4b986ef02c110b1469d02c0a06f41b3b727ab561")]
    public async Task An_event_without_a_good_signature_is_refused(string signature) =>
        (await StatusAsync(app, new ServiceCall(Disconnected, ConnectionId) { Signature = signature })).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_signature_is_good_for_its_own_connection_only()
    {
        var call = new ServiceCall(Disconnected, "another")
        {
            Signature = "sha256=7767effcb3946f3e1de039df4b986ef02c110b1469d02c0a06f41b3b727ab561",
        };
        (await StatusAsync(app, call)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_a_key_the_secret_in_the_address_decides()
    {
        var path = "api/webpubsub/hubs/chat/";
        (await StatusAsync(keyless, new ServiceCall(Disconnected, "c") { Keys = [], Path = $"{path}?code={Uri.EscapeDataString(KeylessApp.Code)}" })).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(keyless, new ServiceCall(Disconnected, "c") { Keys = [], Path = path })).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(keyless, new ServiceCall(Disconnected, "c") { Keys = [], Path = $"{path}?code=wrong" })).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_hub_is_not_ours()
    {
        (await StatusAsync(app, new ServiceCall(Disconnected, "c") { Path = "api/webpubsub/hubs/other/" })).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(app, new ServiceCall(Disconnected, "c") { Hub = "other" })).ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync(app, new ServiceCall(Disconnected, "c") { Hub = "CHAT", Path = "api/webpubsub/hubs/Chat" })).ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("ce-awpsversion")]
    [InlineData("ce-specversion")]
    [InlineData("ce-type")]
    [InlineData("ce-connectionId")]
    public async Task A_request_that_is_no_event_is_refused(string missing)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        var request = new ServiceCall(Disconnected, "c").ToRequest();
        request.Headers.Remove(missing);

        using var answer = await http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_event_of_an_unknown_kind_is_refused() =>
        (await StatusAsync(app, new ServiceCall("azure.webpubsub.gp.joined", "c"))).ShouldBe(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("chat.webpubsub.azure.com", HttpStatusCode.OK)]
    [InlineData("CHAT.webpubsub.azure.com:443", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task The_service_alone_may_ask_whether_it_may_send(string origin, HttpStatusCode expected)
    {
        using var answer = await AskAsync(origin);

        answer.StatusCode.ShouldBe(expected);
        answer.Headers.TryGetValues("WebHook-Allowed-Origin", out var allowed).ShouldBe(expected == HttpStatusCode.OK);
        if (allowed is not null) allowed.ShouldBe([origin]);
    }

    private async Task<HttpResponseMessage> AskAsync(string origin)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        var request = new HttpRequestMessage(HttpMethod.Options, "api/webpubsub/hubs/chat/");
        request.Headers.Add("WebHook-Request-Origin", origin);
        request.Headers.Add("ce-awpsversion", "1.0");
        return await http.SendAsync(request);
    }

    private static async Task<HttpStatusCode> StatusAsync(UpstreamApp app, ServiceCall call)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        using var answer = await http.SendAsync(call.ToRequest());
        return answer.StatusCode;
    }
}
