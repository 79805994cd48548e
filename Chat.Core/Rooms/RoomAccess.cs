using Chat.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Chat.Core.Rooms;

/// <summary>The one answer to "may this user … here?". Reads the primary: a decision on a stale copy lets the wrong people in.</summary>
public sealed class RoomAccess(ChatDb db)
{
    /// <summary>Whether the user is in the room, and so may read it and write to it.</summary>
    public Task<bool> IsMemberAsync(Guid roomId, Guid userId, CancellationToken cancellation) =>
        db.RoomMembers.AnyAsync(member => member.RoomId == roomId && member.UserId == userId, cancellation);
}
