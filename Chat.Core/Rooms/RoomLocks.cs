using Chat.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Chat.Core.Rooms;

/// <summary>Holds a room's row until the end of the transaction.</summary>
internal static class RoomLocks
{
    /// <summary>The room by its id, held; null when there is none.</summary>
    public static Task<Room?> HoldRoomAsync(this ChatDb db, Guid roomId, CancellationToken cancellation) =>
        db.Rooms.FromSql($"SELECT * FROM rooms WHERE id = {roomId} FOR NO KEY UPDATE").AsTracking().SingleOrDefaultAsync(cancellation);

    /// <summary>The room by its code as compared, held; null when there is none.</summary>
    public static Task<Room?> HoldRoomByCodeAsync(this ChatDb db, string codeKey, CancellationToken cancellation) =>
        db.Rooms.FromSql($"SELECT * FROM rooms WHERE code_key = {codeKey} FOR NO KEY UPDATE").AsTracking().SingleOrDefaultAsync(cancellation);
}
