using Chat.Api.Transport;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Transport;

public sealed class RealtimeOptionsTests
{
    private const string Code = "a secret in the address of the event handler";

    [Theory]
    [InlineData("Endpoint=https://a.webpubsub.azure.com;AccessKey=k=+/;Version=1.0;", "https://a.webpubsub.azure.com/", "k=+/", null)]
    [InlineData("endpoint=http://localhost; accesskey=k; Port=8080", "http://localhost:8080/", "k", null)]
    [InlineData("https://a.webpubsub.azure.com", "https://a.webpubsub.azure.com/", null, null)]
    [InlineData("Endpoint=https://a.webpubsub.azure.com;Hub=chat", "https://a.webpubsub.azure.com/", null, "chat")]
    public void A_connection_string_may_have_any_of_the_forms_in_use(string text, string endpoint, string? key, string? hub) =>
        ServiceConnection.Parse(text).ShouldBe(new ServiceConnection(new Uri(endpoint), key, hub));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AccessKey=k")]
    [InlineData("Endpoint=ftp://a.example;AccessKey=k")]
    [InlineData("Endpoint=https://a.example;Endpoint=https://b.example")]
    public void Anything_else_is_refused(string text) =>
        Should.Throw<FormatException>(() => ServiceConnection.Parse(text));

    [Theory]
    [InlineData("Endpoint=https://a.example;AccessKey=k", null, true)]
    [InlineData("https://a.example", Code, true)]
    [InlineData("https://a.example", null, false)]
    [InlineData("Endpoint=https://a.example;Hub=other", Code, false)]
    [InlineData("nonsense", Code, false)]
    [InlineData(null, Code, false)]
    public void Azure_needs_a_service_and_a_proof_of_its_events(string? connection, string? code, bool good)
    {
        var options = new RealtimeOptions { Transport = RealtimeTransport.AzureWebPubSub, UpstreamCode = code };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:webpubsub", connection)]).Build();

        new RealtimeOptionsCheck(configuration).Validate(null, options).Succeeded.ShouldBe(good);
    }

    [Fact]
    public void The_local_hub_needs_nothing_of_azure() =>
        new RealtimeOptionsCheck(new ConfigurationBuilder().Build()).Validate(null, new RealtimeOptions()).Succeeded.ShouldBeTrue();
}
