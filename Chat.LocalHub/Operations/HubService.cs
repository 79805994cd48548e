using Chat.LocalHub.Backplane;
using Chat.LocalHub.Connections;
using Chat.LocalHub.Events;
using Chat.LocalHub.Protocol.Json;

namespace Chat.LocalHub.Operations;

/// <summary>
/// What the application can do to the connections of all nodes. Names are case-sensitive. Nobody there is never a failure.
/// <para>
/// Sends never wait: what this node holds is queued when the call returns, and the other nodes get it over the backplane, in the
/// order of the calls for one target; while the backplane is away only this node's connections get it. All other operations
/// return when every node has answered, or after <see cref="BackplaneOptions.CallTimeout"/> with an incomplete <see cref="Reach"/>.
/// </para>
/// </summary>
public sealed class HubService
{
    private readonly LocalNode _node;
    private readonly IHubBackplane _backplane;

    internal HubService(LocalNode node, IHubBackplane backplane)
    {
        _node = node;
        _backplane = backplane;
    }

    /// <summary>Whether the other nodes can be reached at the moment; always true on a single node.</summary>
    public bool IsBackplaneUp => _backplane.IsUp;

    /// <summary>Sends to the connections in a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="message">What to send; made into a frame once.</param>
    /// <param name="excluded">Ids of connections that do not get it.</param>
    public void SendToGroup(string group, HubMessage message, IReadOnlyCollection<string>? excluded = null) =>
        Send(DeliveryTarget.Group, group, message, excluded);

    /// <summary>Sends to all connections of a user.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="message">What to send.</param>
    public void SendToUser(string userId, HubMessage message) => Send(DeliveryTarget.User, userId, message, null);

    /// <summary>Sends to one connection.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="message">What to send.</param>
    public void SendToConnection(string connectionId, HubMessage message) => Send(DeliveryTarget.Connection, connectionId, message, null);

    /// <summary>Sends to every connection of the hub.</summary>
    /// <param name="message">What to send.</param>
    /// <param name="excluded">Ids of connections that do not get it.</param>
    public void SendToAll(HubMessage message, IReadOnlyCollection<string>? excluded = null) => Send(DeliveryTarget.All, "", message, excluded);

    /// <summary>Puts a connection into a group; messages sent to the group after this returned reach it.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="group">The group.</param>
    /// <param name="cancellation">Stops the waiting, not the operation.</param>
    public ValueTask<Reach> AddConnectionToGroupAsync(string connectionId, string group, CancellationToken cancellation) =>
        DoAsync(new NodeCall(CallKind.AddConnectionToGroup, connectionId) { Group = group }, cancellation);

    /// <summary>Takes a connection out of a group.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="group">The group.</param>
    /// <param name="cancellation">Stops the waiting, not the operation.</param>
    public ValueTask<Reach> RemoveConnectionFromGroupAsync(string connectionId, string group, CancellationToken cancellation) =>
        DoAsync(new NodeCall(CallKind.RemoveConnectionFromGroup, connectionId) { Group = group }, cancellation);

    /// <summary>Takes a connection out of all groups.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="cancellation">Stops the waiting, not the operation.</param>
    public ValueTask<Reach> RemoveConnectionFromAllGroupsAsync(string connectionId, CancellationToken cancellation) =>
        DoAsync(new NodeCall(CallKind.RemoveConnectionFromAllGroups, connectionId), cancellation);

    /// <summary>Puts the present connections of a user into a group. Nothing is remembered for connections that come later.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="group">The group.</param>
    /// <param name="cancellation">Stops the waiting, not the operation.</param>
    public ValueTask<Reach> AddUserToGroupAsync(string userId, string group, CancellationToken cancellation) =>
        DoAsync(new NodeCall(CallKind.AddUserToGroup, userId) { Group = group }, cancellation);

    /// <summary>Takes all connections of a user out of a group.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="group">The group.</param>
    /// <param name="cancellation">Stops the waiting, not the operation.</param>
    public ValueTask<Reach> RemoveUserFromGroupAsync(string userId, string group, CancellationToken cancellation) =>
        DoAsync(new NodeCall(CallKind.RemoveUserFromGroup, userId) { Group = group }, cancellation);

    /// <summary>Takes all connections of a user out of all groups.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="cancellation">Stops the waiting, not the operation.</param>
    public ValueTask<Reach> RemoveUserFromAllGroupsAsync(string userId, CancellationToken cancellation) =>
        DoAsync(new NodeCall(CallKind.RemoveUserFromAllGroups, userId), cancellation);

    /// <summary>Closes a connection: a <c>disconnected</c> frame with the reason, then close code 1000.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="reason">Shown to the client; may be empty.</param>
    /// <param name="cancellation">Stops the waiting, not the operation.</param>
    public ValueTask<Reach> CloseConnectionAsync(string connectionId, string reason, CancellationToken cancellation) =>
        DoAsync(new NodeCall(CallKind.CloseConnection, connectionId) { Reason = reason }, cancellation);

    /// <summary>Closes all connections of a user, as <see cref="CloseConnectionAsync"/> does.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="reason">Shown to the clients; may be empty.</param>
    /// <param name="excluded">Ids of connections that stay.</param>
    /// <param name="cancellation">Stops the waiting, not the operation.</param>
    public ValueTask<Reach> CloseUserConnectionsAsync(
        string userId, string reason, IReadOnlyCollection<string>? excluded, CancellationToken cancellation) =>
        DoAsync(new NodeCall(CallKind.CloseUser, userId) { Reason = reason, Excluded = excluded }, cancellation);

    /// <summary>Closes all connections in a group, as <see cref="CloseConnectionAsync"/> does.</summary>
    /// <param name="group">The group.</param>
    /// <param name="reason">Shown to the clients; may be empty.</param>
    /// <param name="excluded">Ids of connections that stay.</param>
    /// <param name="cancellation">Stops the waiting, not the operation.</param>
    public ValueTask<Reach> CloseGroupConnectionsAsync(
        string group, string reason, IReadOnlyCollection<string>? excluded, CancellationToken cancellation) =>
        DoAsync(new NodeCall(CallKind.CloseGroup, "") { Group = group, Reason = reason, Excluded = excluded }, cancellation);

    /// <summary>Closes every connection of the hub, as <see cref="CloseConnectionAsync"/> does.</summary>
    /// <param name="reason">Shown to the clients; may be empty.</param>
    /// <param name="excluded">Ids of connections that stay.</param>
    /// <param name="cancellation">Stops the waiting, not the operation.</param>
    public ValueTask<Reach> CloseAllConnectionsAsync(string reason, IReadOnlyCollection<string>? excluded, CancellationToken cancellation) =>
        DoAsync(new NodeCall(CallKind.CloseAll, "") { Reason = reason, Excluded = excluded }, cancellation);

    /// <summary>Whether a connection is open.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public ValueTask<Existence> ConnectionExistsAsync(string connectionId, CancellationToken cancellation) =>
        FindAsync(new NodeCall(CallKind.FindConnection, connectionId), cancellation);

    /// <summary>Whether a user has a connection.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public ValueTask<Existence> UserExistsAsync(string userId, CancellationToken cancellation) =>
        FindAsync(new NodeCall(CallKind.FindUser, userId), cancellation);

    /// <summary>Whether a group has a connection.</summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public ValueTask<Existence> GroupExistsAsync(string group, CancellationToken cancellation) =>
        FindAsync(new NodeCall(CallKind.FindGroup, "") { Group = group }, cancellation);

    /// <summary>A page of the connections in a group, in the order of their ids.</summary>
    /// <param name="group">The group.</param>
    /// <param name="after">Only connections whose id sorts (ordinal) after this; empty for the first page.</param>
    /// <param name="limit">The most that is returned, 1 to 200.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public async ValueTask<MemberPage> ListGroupAsync(string group, string after, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 200);

        var call = new NodeCall(CallKind.ListGroup, after) { Group = group, Limit = limit };
        var mine = await _node.ApplyAsync(call);
        var others = await _backplane.CallAsync(call, cancellation);
        var members = mine.Members.Concat(others.Members).OrderBy(member => member.ConnectionId, StringComparer.Ordinal).Take(limit);
        return new MemberPage([.. members], others.Complete);
    }

    /// <summary>All connections that this node holds, with the time when each was last heard.</summary>
    public IReadOnlyList<LiveConnection> LiveConnections() => _node.LiveConnections();

    private void Send(DeliveryTarget target, string name, HubMessage message, IReadOnlyCollection<string>? excluded)
    {
        var data = JsonData.Encode(message);
        var delivery = new Delivery(target, name, fromUserId: null, message.DataType, data.Span, excluded);
        _node.Deliver(delivery);
        _backplane.Publish(delivery);
    }

    private async ValueTask<Reach> DoAsync(NodeCall call, CancellationToken cancellation)
    {
        var mine = await _node.ApplyAsync(call);
        if (call.IsForOneConnection && mine.Count > 0)
            return new Reach(mine.Count, Complete: true);

        var others = await _backplane.CallAsync(call, cancellation);
        return new Reach(mine.Count + others.Count, others.Complete);
    }

    private async ValueTask<Existence> FindAsync(NodeCall call, CancellationToken cancellation)
    {
        var mine = await _node.ApplyAsync(call);
        if (mine.Count > 0)
            return Existence.Yes;

        var others = await _backplane.CallAsync(call, cancellation);
        return others switch { { Count: > 0 } => Existence.Yes, { Complete: true } => Existence.No, _ => Existence.Unknown };
    }
}
