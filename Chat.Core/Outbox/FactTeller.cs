using Chat.Core.Log;
using Chat.Core.Store;
using Chat.Core.Transport;

namespace Chat.Core.Outbox;

/// <summary>
/// Tells one fact. A fact about a member also moves that member's connections: in before the fact goes out, so that they hear it; out
/// before it goes out, so that they hear nothing after the right is gone.
/// </summary>
public sealed class FactTeller(IRealtimeTransport transport, StoreEpoch epoch)
{
    /// <summary>Tells the fact; telling it again is safe, as clients ignore positions that they hold.</summary>
    /// <exception cref="TransportUnavailableException">It may or may not have been told.</exception>
    public async ValueTask TellAsync(LogEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var group = Groups.Room(entry.RoomId);
        if (entry is { Kind: FactKinds.MemberJoined, SubjectId: { } joined })
        {
            await transport.AddUserToGroupAsync(joined.ToString(), group, cancellation);
            await SignalAsync(joined, FactKinds.RoomJoined, entry, cancellation);
        }
        else if (entry is { Kind: FactKinds.MemberLeft, SubjectId: { } left })
        {
            await transport.RemoveUserFromGroupAsync(left.ToString(), group, cancellation);
            await SignalAsync(left, FactKinds.RoomLeft, entry, cancellation);
        }

        await transport.SendAsync(new Outbound(Target.Group(group), FactJson.Write(entry, await epoch.GetAsync(cancellation))), cancellation);
    }

    private ValueTask SignalAsync(Guid userId, string kind, LogEntry entry, CancellationToken cancellation) =>
        transport.SendAsync(
            new Outbound(Target.Group(Groups.User(userId)), FactJson.WriteRoomSignal(kind, entry.RoomId, entry.At)), cancellation);
}
