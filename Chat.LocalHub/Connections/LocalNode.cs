using System.Collections.Concurrent;
using Chat.LocalHub.Backplane;
using Chat.LocalHub.Events;
using Chat.LocalHub.Operations;
using Chat.LocalHub.Protocol.Framing;
using Chat.LocalHub.Protocol.Json;

namespace Chat.LocalHub.Connections;

/// <summary>The connections of this node, and all that can be done to them by whatever node asks for it.</summary>
internal sealed class LocalNode : IBackplaneNode
{
    private readonly ConcurrentDictionary<string, Connection> _connections = new(StringComparer.Ordinal);
    private readonly AudienceTable _groups;
    private readonly AudienceTable _users;
    private readonly AudienceTable _everybody;
    private readonly IHubBackplane _backplane;
    private readonly TimeProvider _clock;

    public LocalNode(IHubBackplane backplane, HubMetrics metrics, TimeProvider clock)
    {
        _backplane = backplane;
        _clock = clock;
        _users = new AudienceTable(_ => ServerFrames.FromServer, metrics);
        _everybody = new AudienceTable(_ => ServerFrames.FromServer, metrics);
        _groups = new AudienceTable(ServerFrames.FromGroup, metrics) { OnOccupied = backplane.Occupy, OnVacated = backplane.Vacate };
        metrics.ObserveWaitingBytes(() => _connections.Sum(pair => (long)pair.Value.Outbound.WaitingBytes));
    }

    /// <summary>Connections at this moment.</summary>
    public int Count => _connections.Count;

    /// <summary>Every connection; those that come and go meanwhile may be missing.</summary>
    public IEnumerable<Connection> Connections => _connections.Select(pair => pair.Value);

    /// <summary>Takes a connection in. The caller calls the result when it has ended.</summary>
    public Action Register(Connection connection)
    {
        _connections[connection.Id] = connection;
        var everybody = _everybody.Join("", connection);
        var user = connection.UserId is null ? null : _users.Join(connection.UserId, connection);
        return () =>
        {
            _connections.TryRemove(connection.Id, out _);
            everybody.Audience.Remove(everybody);
            user?.Audience.Remove(user);
            connection.LeaveAll(forGood: true);
        };
    }

    /// <summary>Makes a connection a member; completes when messages of other nodes for the group arrive too. False when it is ending.</summary>
    public async ValueTask<bool> JoinAsync(Connection connection, string group)
    {
        if (!connection.Join(_groups, group))
            return false;

        await _backplane.WhenListeningAsync(group);
        return true;
    }

    /// <summary>A client publishes to a group: to this node's members, and to the other nodes.</summary>
    public void Publish(Connection sender, in ClientFrame frame)
    {
        if (_groups.Find(frame.Name!) is { } audience)
        {
            var bytes = ServerFrames.Message(audience.Head, sender.Sender, frame.DataType, frame.Data);
            audience.Publish(bytes, frame.NoEcho ? [sender] : null);
        }

        _backplane.Publish(new Delivery(DeliveryTarget.Group, frame.Name!, sender.UserId, frame.DataType, frame.Data, excluded: null));
    }

    public void Deliver(in Delivery delivery)
    {
        if (delivery.Target == DeliveryTarget.Connection)
        {
            if (_connections.TryGetValue(delivery.Name, out var connection))
                connection.Send(ServerFrames.Message(ServerFrames.FromServer, [], delivery.DataType, delivery.Data));
            return;
        }

        var audience = delivery.Target switch
        {
            DeliveryTarget.Group => _groups.Find(delivery.Name),
            DeliveryTarget.User => _users.Find(delivery.Name),
            _ => _everybody.Find(""),
        };
        if (audience is null)
            return;

        var frame = ServerFrames.Message(audience.Head, ServerFrames.FromUser(delivery.FromUserId), delivery.DataType, delivery.Data);
        audience.Publish(frame, Find(delivery.Excluded));
    }

    public async ValueTask<NodeAnswer> ApplyAsync(NodeCall call)
    {
        switch (call.Kind)
        {
            case CallKind.FindConnection or CallKind.FindUser or CallKind.FindGroup:
                return NodeAnswer.Of(Addressed(call).Length);
            case CallKind.ListGroup:
                return List(call);
            case CallKind.AddConnectionToGroup or CallKind.AddUserToGroup:
                return NodeAnswer.Of(await JoinAsync(Addressed(call), call.Group));
            default:
                return NodeAnswer.Of(Apply(call));
        }
    }

    public IReadOnlyList<LiveConnection> LiveConnections()
    {
        var now = _clock.GetUtcNow();
        return [.. Connections.Select(connection => new LiveConnection(connection.Id, connection.UserId, now - connection.Silence))];
    }

    private int Apply(NodeCall call)
    {
        var applied = 0;
        foreach (var connection in Addressed(call))
        {
            if (call.Excluded is not null && call.Excluded.Contains(connection.Id))
                continue;

            applied++;
            switch (call.Kind)
            {
                case CallKind.RemoveConnectionFromGroup or CallKind.RemoveUserFromGroup:
                    connection.Leave(call.Group);
                    break;
                case CallKind.RemoveConnectionFromAllGroups or CallKind.RemoveUserFromAllGroups:
                    connection.LeaveAll();
                    break;
                case CallKind.CloseConnection or CallKind.CloseUser or CallKind.CloseGroup or CallKind.CloseAll:
                    CloseForApplication(connection, call.Reason);
                    break;
            }
        }

        return applied;
    }

    private static void CloseForApplication(Connection connection, string reason)
    {
        var message = reason.Length == 0 ? "Application server closed the connection." : $"Application server closed the connection. Reason: {reason}";
        connection.Close(CloseCode.Normal, new Disconnection(DisconnectCause.ClosedByAppServer, reason), ServerFrames.Disconnected(message));
    }

    private async ValueTask<int> JoinAsync(Connection[] connections, string group)
    {
        var joined = connections.Count(connection => connection.Join(_groups, group));
        if (joined > 0)
            await _backplane.WhenListeningAsync(group);
        return joined;
    }

    private NodeAnswer List(NodeCall call)
    {
        var members = (_groups.Find(call.Group)?.Snapshot() ?? [])
            .Where(connection => string.CompareOrdinal(connection.Id, call.Target) > 0)
            .OrderBy(connection => connection.Id, StringComparer.Ordinal)
            .Take(call.Limit)
            .Select(connection => new GroupMember(connection.Id, connection.UserId))
            .ToArray();
        return new NodeAnswer(members.Length, members);
    }

    private Connection[] Addressed(NodeCall call) => call.Kind switch
    {
        CallKind.AddConnectionToGroup or CallKind.RemoveConnectionFromGroup or CallKind.RemoveConnectionFromAllGroups
            or CallKind.CloseConnection or CallKind.FindConnection => _connections.TryGetValue(call.Target, out var one) ? [one] : [],
        CallKind.AddUserToGroup or CallKind.RemoveUserFromGroup or CallKind.RemoveUserFromAllGroups
            or CallKind.CloseUser or CallKind.FindUser => _users.Find(call.Target)?.Snapshot() ?? [],
        CallKind.CloseGroup or CallKind.FindGroup => _groups.Find(call.Group)?.Snapshot() ?? [],
        CallKind.CloseAll => _everybody.Find("")?.Snapshot() ?? [],
        _ => [],
    };

    private List<Connection>? Find(IReadOnlyCollection<string>? ids)
    {
        if (ids is not { Count: > 0 })
            return null;

        var found = new List<Connection>(ids.Count);
        foreach (var id in ids)
        {
            if (_connections.TryGetValue(id, out var connection))
                found.Add(connection);
        }

        return found.Count == 0 ? null : found;
    }
}
