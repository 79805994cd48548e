using Chat.Core.Log;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Chat.Core.Outbox;

/// <summary>Keeps this instance's partitions, and gives them back when it stops.</summary>
internal sealed partial class LeaseRenewal(
    PartitionLeases leases, LogWake wake, IOptions<RelayOptions> options, TimeProvider clock, ILogger<LeaseRenewal> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Renew, clock);
        do
        {
            try
            {
                await leases.RenewAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                NotRenewed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await leases.ReleaseAsync(cancellationToken);
            // The others look at once instead of at their next renewal.
            wake.Signal(Partitions.All);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            NotRenewed(logger, exception);
        }
    }

    [LoggerMessage(1210, LogLevel.Warning, "The partition leases could not be renewed; they run out by themselves.")]
    private static partial void NotRenewed(ILogger logger, Exception exception);
}
