using Chat.LocalHub.Events;
using Chat.LocalHub.Protocol.Json;
using Microsoft.Extensions.Logging;

namespace Chat.LocalHub.Connections;

/// <summary>
/// Calls the application about one connection and turns what comes back into frames. Nothing thrown there gets past it: a bug in
/// the application costs one answer, not the connection.
/// </summary>
internal sealed partial class ApplicationCalls(IHubEvents events, ILogger<ApplicationCalls> logger)
{
    private const string HandlerFailed = "Internal server error";

    public async ValueTask ConnectedAsync(Connection connection, CancellationToken cancellation)
    {
        try
        {
            await events.ConnectedAsync(connection.View, cancellation);
        }
        catch (Exception e)
        {
            LogConnectedFailed(e, connection.Id);
        }
    }

    public async ValueTask DisconnectedAsync(ClientConnection connection, Disconnection disconnection, CancellationToken cancellation)
    {
        try
        {
            await events.DisconnectedAsync(connection, disconnection, cancellation);
        }
        catch (Exception e)
        {
            LogDisconnectedFailed(e, connection.ConnectionId);
        }
    }

    /// <summary>Lets the application handle an event. Its message to the sender leaves before the acknowledgement.</summary>
    public async ValueTask UserEventAsync(Connection connection, string name, ulong? ackId, HubMessage payload, CancellationToken cancellation)
    {
        if (ackId is { } known && connection.Acks.Contains(known))
        {
            connection.Send(ServerFrames.Nack(known, AckError.Duplicate, $"Message with ack-id: {known} has been processed"));
            return;
        }

        var reply = await HandleAsync(new UserEvent(connection.View, name, payload), cancellation);
        if (reply.State is not null)
            connection.SetState(reply.State);
        if (reply.Message is { } message)
            connection.Send(ServerFrames.Message(ServerFrames.FromServer, [], message.DataType, JsonData.Encode(message).Span));
        if (ackId is { } id)
            Acknowledge(connection, id, reply);
    }

    private static void Acknowledge(Connection connection, ulong ackId, UserEventReply reply)
    {
        if (reply.Error is { } error)
        {
            connection.Send(ServerFrames.Nack(ackId, error, reply.ErrorText));
            return;
        }

        connection.Acks.Add(ackId);
        connection.Send(ServerFrames.Ack(ackId));
    }

    private async ValueTask<UserEventReply> HandleAsync(UserEvent userEvent, CancellationToken cancellation)
    {
        try
        {
            return await events.UserEventAsync(userEvent, cancellation);
        }
        catch (Exception e)
        {
            LogEventFailed(e, userEvent.Name, userEvent.Connection.ConnectionId);
            return UserEventReply.Fail(AckError.InternalServerError, HandlerFailed);
        }
    }

    [LoggerMessage(4101, LogLevel.Error, "The application failed on the start of connection {ConnectionId}.")]
    private partial void LogConnectedFailed(Exception exception, string connectionId);

    [LoggerMessage(4102, LogLevel.Error, "The application failed on event {Name} of connection {ConnectionId}.")]
    private partial void LogEventFailed(Exception exception, string name, string connectionId);

    [LoggerMessage(4103, LogLevel.Error, "The application failed on the end of connection {ConnectionId}.")]
    private partial void LogDisconnectedFailed(Exception exception, string connectionId);
}
