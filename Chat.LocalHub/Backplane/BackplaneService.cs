using Chat.LocalHub.Connections;
using Microsoft.Extensions.Hosting;

namespace Chat.LocalHub.Backplane;

/// <summary>Starts the backplane with the host, and says goodbye with it.</summary>
internal sealed class BackplaneService(IHubBackplane backplane, LocalNode node) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        backplane.Start(node);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => backplane.StopAsync().AsTask();
}
