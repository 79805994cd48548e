using Chat.LocalHub.Events;
using Chat.LocalHub.Protocol.Framing;
using Chat.LocalHub.Protocol.Json;

namespace Chat.LocalHub.Connections;

/// <summary>
/// Does what a client's frames ask for (client protocol, "Client to service"). Frames without an <c>ackId</c> get no answer and
/// fail in silence; a frame that is not valid and has none closes the connection, since nothing else would tell the client.
/// </summary>
internal sealed class ClientFrames(LocalNode node, ApplicationCalls application, HubLifetime lifetime, HubMetrics metrics)
{
    /// <summary>Does one frame. False: the connection's lane is full; do the same frame again when it has room.</summary>
    public bool TryHandle(Connection connection, EventLane lane, ReadOnlySpan<byte> message)
    {
        if (!ClientFrameParser.TryParse(message, out var frame))
        {
            connection.Close(Violation.BadFrame);
            return true;
        }

        if (frame.Problem is not null)
        {
            Refuse(connection, frame);
            return true;
        }

        if (frame.Kind == ClientFrameKind.Event)
            return TryAddEvent(connection, lane, frame);

        metrics.Received();
        switch (frame.Kind)
        {
            case ClientFrameKind.Ping:
                connection.Send(ServerFrames.Pong);
                break;
            case ClientFrameKind.JoinGroup:
                Join(connection, frame);
                break;
            case ClientFrameKind.LeaveGroup:
                Leave(connection, frame);
                break;
            case ClientFrameKind.SendToGroup:
                Publish(connection, frame);
                break;
        }

        return true;
    }

    private static void Refuse(Connection connection, in ClientFrame frame)
    {
        if (frame.AckId is { } ackId)
            connection.Send(ServerFrames.Nack(ackId, AckError.BadRequest, frame.Problem!));
        else if (frame.Kind != ClientFrameKind.Unknown)
            connection.Close(Violation.BadFrame);
    }

    private bool TryAddEvent(Connection connection, EventLane lane, in ClientFrame frame)
    {
        // The message is a slice of the receive buffer; what waits in the lane has bytes of its own.
        var payload = JsonData.Decode(frame.DataType, frame.Data);
        if (payload is null)
        {
            connection.Close(Violation.BadFrame);
            return true;
        }

        var (name, ackId) = (frame.Name!, frame.AckId);
        if (!lane.TryAdd(() => application.UserEventAsync(connection, name, ackId, payload.Value, lifetime.Stopped)))
            return false;

        metrics.Received();
        return true;
    }

    private void Join(Connection connection, in ClientFrame frame)
    {
        if (MayAct(connection, frame, connection.Permissions.MayJoinOrLeave(frame.Name!), "join"))
            _ = JoinAsync(connection, frame.Name!, frame.AckId);
    }

    // The acknowledgement says that messages of all nodes arrive from now on, so it may have to wait for the backplane.
    private async Task JoinAsync(Connection connection, string group, ulong? ackId)
    {
        if (await node.JoinAsync(connection, group))
            Succeed(connection, ackId);
    }

    private static void Leave(Connection connection, in ClientFrame frame)
    {
        if (!MayAct(connection, frame, connection.Permissions.MayJoinOrLeave(frame.Name!), "leave"))
            return;

        connection.Leave(frame.Name!);
        Succeed(connection, frame.AckId);
    }

    private void Publish(Connection connection, in ClientFrame frame)
    {
        if (!MayAct(connection, frame, connection.Permissions.MaySend(frame.Name!), "send message to"))
            return;

        node.Publish(connection, frame);
        Succeed(connection, frame.AckId);
    }

    private static bool MayAct(Connection connection, in ClientFrame frame, bool permitted, string action)
    {
        if (permitted && (frame.AckId is not { } known || !connection.Acks.Contains(known)))
            return true;
        if (frame.AckId is not { } ackId)
            return false;

        connection.Send(permitted
            ? ServerFrames.Nack(ackId, AckError.Duplicate, $"Message with ack-id: {ackId} has been processed")
            : ServerFrames.Nack(ackId, AckError.Forbidden, $"The client has no permission to {action} group '{frame.Name}'."));
        return false;
    }

    private static void Succeed(Connection connection, ulong? ackId)
    {
        if (ackId is not { } id)
            return;

        connection.Acks.Add(id);
        connection.Send(ServerFrames.Ack(id));
    }
}
