using Chat.Api.Transport;
using Chat.Api.Upstream;
using Chat.Core.Transport;
using Chat.Specs;
using Microsoft.Extensions.Options;
using Xunit;

namespace Chat.Api.Tests.Transport;

/// <summary>Azure's adapter over HTTP, with the local hub in the service's place: they speak the same protocols.</summary>
public sealed class WebPubSubTransportSpecs(RealtimeApp app) : TransportSpecs, IClassFixture<RealtimeApp>
{
    protected override IRealtimeTransport Transport { get; } = Connect(app);

    protected override Uri Origin => app.Origin;

    private static WebPubSubTransport Connect(RealtimeApp app)
    {
        var settings = Options.Create(new RealtimeOptions
        {
            Transport = RealtimeTransport.AzureWebPubSub,
            HubKey = RealtimeApp.HubKey,
            ConnectionString = $"Endpoint={app.Address};AccessKey={RealtimeApp.HubKey};Version=1.0;",
            CallTimeout = Eventually.Limit,
        });
        var service = WebPubSubTransport.Connect(ServiceConnection.Parse(settings.Value.ConnectionString!), settings.Value);
        return new WebPubSubTransport(service, new SocketTickets(settings, TimeProvider.System), settings, TimeProvider.System);
    }
}
