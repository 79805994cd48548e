using Chat.Api.Tests.Transport;
using Chat.Api.Upstream;
using Chat.Core.Presence;
using Chat.Core.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Chat.Api.Tests.Upstream;

/// <summary>The door with a transport that only writes down.</summary>
public class UpstreamApp : RealtimeApp
{
    internal RecordingTransport Transport { get; } = new();

    internal SocketTickets Tickets => Services.GetRequiredService<SocketTickets>();

    internal PresenceLeases Presence => Services.GetRequiredService<PresenceLeases>();

    protected override void Change(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<IRealtimeTransport>(Transport));
}

/// <summary>The same behind Azure's event handler.</summary>
public sealed class WebPubSubApp : UpstreamApp
{
    public const string PrimaryKey = "7aab239577fd4f24bc919802fb629f5f";
    public const string OtherKey = "another key of the same service, being brought in";

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Chat:Realtime:Transport"] = "AzureWebPubSub",
        ["Chat:Realtime:ConnectionString"] = $"Endpoint=https://chat.webpubsub.azure.com;AccessKey={PrimaryKey};Version=1.0;",
        ["Chat:Realtime:MoreAccessKeys:0"] = OtherKey,
    };
}

/// <summary>The same where the service has no key, and a secret in the address takes its place.</summary>
public sealed class KeylessApp : UpstreamApp
{
    public const string Code = "a secret in the address of the event handler";

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Chat:Realtime:Transport"] = "AzureWebPubSub",
        ["Chat:Realtime:UpstreamCode"] = Code,
        ["ConnectionStrings:webpubsub"] = "Endpoint=https://chat.webpubsub.azure.com;Hub=chat",
    };
}
