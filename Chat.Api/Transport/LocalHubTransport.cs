using Chat.Api.Upstream;
using Chat.Core.Transport;
using Chat.LocalHub;
using Chat.LocalHub.Operations;
using Chat.LocalHub.Tokens;

namespace Chat.Api.Transport;

/// <summary>
/// The transport over the hub in this process and its nodes in the others. While the backplane is away a send still reaches this
/// node's connections; those of other nodes miss it and see the hole in the sequence when the next one comes.
/// </summary>
internal sealed class LocalHubTransport(HubService hub, ClientTokens tokens, TimeProvider clock) : IRealtimeTransport
{
    public ValueTask SendAsync(Outbound message, CancellationToken cancellation)
    {
        var json = HubMessage.Json(message.Json);
        switch (message.Target.Kind)
        {
            case TargetKind.Group:
                hub.SendToGroup(message.Target.Name, json);
                break;
            case TargetKind.User:
                hub.SendToUser(message.Target.Name, json);
                break;
            default:
                hub.SendToConnection(message.Target.Name, json);
                break;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask AddUserToGroupAsync(string userId, string group, CancellationToken cancellation) =>
        EverywhereAsync(hub.AddUserToGroupAsync(userId, group, cancellation));

    public ValueTask RemoveUserFromGroupAsync(string userId, string group, CancellationToken cancellation) =>
        EverywhereAsync(hub.RemoveUserFromGroupAsync(userId, group, cancellation));

    public ValueTask AddConnectionToGroupAsync(string connectionId, string group, CancellationToken cancellation) =>
        EverywhereAsync(hub.AddConnectionToGroupAsync(connectionId, group, cancellation));

    public ValueTask RemoveConnectionFromGroupAsync(string connectionId, string group, CancellationToken cancellation) =>
        EverywhereAsync(hub.RemoveConnectionFromGroupAsync(connectionId, group, cancellation));

    public ValueTask CloseConnectionAsync(string connectionId, string reason, CancellationToken cancellation) =>
        EverywhereAsync(hub.CloseConnectionAsync(connectionId, reason, cancellation));

    public ValueTask CloseUserConnectionsAsync(string userId, string reason, CancellationToken cancellation) =>
        EverywhereAsync(hub.CloseUserConnectionsAsync(userId, reason, excluded: null, cancellation));

    public async ValueTask<bool> ConnectionExistsAsync(string connectionId, CancellationToken cancellation) =>
        await hub.ConnectionExistsAsync(connectionId, cancellation) switch
        {
            Existence.Yes => true,
            Existence.No => false,
            _ => throw Incomplete(),
        };

    public ValueTask<ClientAccess> GetClientAccessAsync(ClientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var token = tokens.Create(new ClientToken
        {
            UserId = grant.UserId,
            Lifetime = grant.Lifetime,
            Claims = new Dictionary<string, string>
            {
                [SocketTickets.SessionClaim] = grant.SessionId,
                [SocketTickets.TokenClaim] = SocketTickets.NewTokenId(),
            },
        });
        return ValueTask.FromResult(new ClientAccess($"{tokens.ClientPath}?access_token={token}", clock.GetUtcNow() + grant.Lifetime));
    }

    private static async ValueTask EverywhereAsync(ValueTask<Reach> operation)
    {
        if (!(await operation).Complete) throw Incomplete();
    }

    private static TransportUnavailableException Incomplete() => new("Not every node of the hub could be asked.");
}
