using Chat.LocalHub.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chat.LocalHub.Connections;

/// <summary>Tells the application which connections were heard lately, so that it can renew what it keeps for them.</summary>
internal sealed partial class AliveReports(
    LocalNode node, IHubEvents events, IOptions<HubOptions> options, TimeProvider clock, ILogger<AliveReports> logger) : BackgroundService
{
    // A ping and its answer, and the second by which the heartbeat may be late.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.AliveInterval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await ReportAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task ReportAsync(CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - options.Value.PingInterval - Grace;
        var alive = node.LiveConnections().Where(connection => connection.HeardAt >= since).ToArray();
        if (alive.Length == 0)
            return;

        try
        {
            await events.AliveAsync(alive, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(e, alive.Length);
        }
    }

    [LoggerMessage(4301, LogLevel.Error, "The application failed on a report of {Count} live connections.")]
    private partial void LogFailed(Exception exception, int count);
}
