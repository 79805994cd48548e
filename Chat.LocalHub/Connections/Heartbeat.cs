using Chat.LocalHub.Events;
using Chat.LocalHub.Protocol.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chat.LocalHub.Connections;

/// <summary>
/// One timer for all connections. Every second it pings those that are due, and cuts those that are silent, those that do not read,
/// and those that do not answer a close frame.
/// </summary>
internal sealed partial class Heartbeat(LocalNode node, IOptions<HubOptions> options, TimeProvider clock, ILogger<Heartbeat> logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly HubOptions _options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        while (await Next(timer, stoppingToken))
        {
            foreach (var connection in node.Connections)
                Check(connection);
        }
    }

    private void Check(Connection connection)
    {
        if (connection.ClosingFor > _options.CloseTimeout)
        {
            connection.Cut(connection.End!);
            return;
        }

        if (connection.Outbound.WriteAge() > _options.OutboundAge)
        {
            LogSlow(connection.Id);
            connection.CutAsSlow();
            return;
        }

        if (connection.Silence > _options.IdleTimeout && !connection.IsReadingPaused)
        {
            LogSilent(connection.Id, connection.Silence);
            connection.Cut(new Disconnection(DisconnectCause.PingTimeout, "Nothing came from the client."));
            return;
        }

        Ping(connection);
    }

    private void Ping(Connection connection)
    {
        var now = clock.GetTimestamp();
        if (now < connection.NextPing)
            return;

        connection.NextPing = now + (long)(_options.PingInterval.TotalSeconds * clock.TimestampFrequency);
        connection.Send(ServerFrames.Ping);
    }

    private static async ValueTask<bool> Next(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(4201, LogLevel.Information, "Connection {ConnectionId} does not read what is sent to it and was cut.")]
    private partial void LogSlow(string connectionId);

    [LoggerMessage(4202, LogLevel.Information, "Connection {ConnectionId} was silent for {Silence} and was cut.")]
    private partial void LogSilent(string connectionId, TimeSpan silence);
}
