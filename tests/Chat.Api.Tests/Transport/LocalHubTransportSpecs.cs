using Chat.Core.Transport;
using Chat.Specs;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chat.Api.Tests.Transport;

public sealed class LocalHubTransportSpecs(RealtimeApp app) : TransportSpecs, IClassFixture<RealtimeApp>
{
    protected override IRealtimeTransport Transport => app.Services.GetRequiredService<IRealtimeTransport>();

    protected override Uri Origin => app.Origin;
}
