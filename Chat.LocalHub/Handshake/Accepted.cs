using Chat.LocalHub.Events;
using Chat.LocalHub.Protocol.Json;
using Chat.LocalHub.Protocol.Roles;
using Chat.LocalHub.Tokens;

namespace Chat.LocalHub.Handshake;

/// <summary>What a connection starts with: what its token says, where the application did not say otherwise.</summary>
/// <param name="View">The connection as the application sees it.</param>
/// <param name="Permissions">What it may do to groups.</param>
/// <param name="Groups">The groups that it is in from the start.</param>
internal sealed record Accepted(ClientConnection View, Permissions Permissions, IReadOnlyList<string> Groups)
{
    public static Accepted From(ConnectRequest request, ConnectReply reply, TokenClaims claims, string subprotocol) => new(
        new ClientConnection(request.Hub, request.ConnectionId, reply.UserId ?? request.UserId, subprotocol, reply.State),
        Permissions.Of(reply.Roles ?? claims.Values("role")),
        [.. (reply.Groups ?? claims.Values("webpubsub.group")).Where(ClientFrameParser.IsGroupName)]);
}
