using System.IO.Pipelines;
using Chat.LocalHub.Connections;
using Chat.LocalHub.Events;
using Chat.LocalHub.Protocol.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chat.LocalHub.Handshake;

/// <summary>Runs one accepted connection from its upgrade to the moment when the application was told that it is gone.</summary>
internal sealed partial class ConnectionHost(
    LocalNode node,
    HubLifetime lifetime,
    ApplicationCalls application,
    ClientFrames frames,
    HubMetrics metrics,
    IOptions<HubOptions> options,
    TimeProvider clock,
    ILogger<ConnectionHost> logger)
{
    // Nothing is held while nothing comes: the buffer is rented when there are bytes to read.
    private static readonly StreamPipeReaderOptions InputOptions = new(bufferSize: 4096, minimumReadSize: 1024, leaveOpen: true, useZeroByteReads: true);

    private readonly HubOptions _options = options.Value;

    public async Task RunAsync(HttpContext context, Accepted accepted)
    {
        var lane = new EventLane(_options.PendingEvents);
        Connection? connection = null;
        lifetime.Began();
        try
        {
            var stream = await WebSocketHandshake.AcceptAsync(context, accepted.View.Subprotocol);
            connection = new Connection(accepted.View, accepted.Permissions, new UpgradeSink(stream, context), _options, metrics, clock);
            await ServeAsync(connection, lane, accepted, PipeReader.Create(stream, InputOptions));
        }
        finally
        {
            // Not awaited: the socket is given back now, and what the client sent before it left is still handled.
            _ = TellEndAsync(lane, connection, accepted);
        }
    }

    private async Task ServeAsync(Connection connection, EventLane lane, Accepted accepted, PipeReader input)
    {
        metrics.Connected();
        var unregister = await OpenAsync(connection, lane, accepted);
        LogOpened(connection.Id, connection.UserId);
        try
        {
            await new ReadLoop(connection, input, lane, frames, _options).RunAsync();
            await connection.Outbound.WhenIdleAsync().WaitAsync(_options.CloseTimeout, clock);
        }
        catch (TimeoutException)
        {
            connection.Cut(connection.End!);
        }
        finally
        {
            unregister();
            metrics.Disconnected();
            await input.CompleteAsync();
            LogClosed(connection.Id, connection.End!.Cause, connection.Outbound.WaitingBytes);
        }
    }

    // The connected frame is queued before anything else can be, and leaves when messages of the connection's groups arrive from
    // all nodes: a client that has seen it misses nothing from then on.
    private async ValueTask<Action> OpenAsync(Connection connection, EventLane lane, Accepted accepted)
    {
        connection.Outbound.Cork();
        connection.Send(ServerFrames.Connected(connection.Id, connection.UserId));
        var unregister = node.Register(connection);
        foreach (var group in accepted.Groups)
            await node.JoinAsync(connection, group);
        connection.Outbound.Uncork();

        lane.TryAdd(() => application.ConnectedAsync(connection, lifetime.Stopped));
        if (lifetime.IsStopping)
            HubLifetime.SendAway(connection);
        return unregister;
    }

    private async Task TellEndAsync(EventLane lane, Connection? connection, Accepted accepted)
    {
        var end = connection?.End ?? new Disconnection(DisconnectCause.Lost, "");
        var view = connection?.View ?? accepted.View;
        await lane.AddLastAsync(() => application.DisconnectedAsync(connection?.View ?? view, end, lifetime.Stopped));
        lifetime.Ended();
    }

    [LoggerMessage(4011, LogLevel.Debug, "Connection {ConnectionId} of user {UserId} is open.")]
    private partial void LogOpened(string connectionId, string? userId);

    [LoggerMessage(4012, LogLevel.Debug, "Connection {ConnectionId} ended: {Cause}; {WaitingBytes} bytes were not sent.")]
    private partial void LogClosed(string connectionId, DisconnectCause cause, int waitingBytes);
}
