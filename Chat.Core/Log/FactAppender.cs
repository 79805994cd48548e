using Chat.Core.Outbox;
using Chat.Core.Rooms;
using Chat.Core.Store;

namespace Chat.Core.Log;

/// <summary>
/// Adds a fact to a room inside the caller's transaction, together with the row that has it told. The caller holds the room's row
/// (<see cref="RoomLocks"/>): that is what makes the numbers dense and their order the order of commit.
/// </summary>
internal static class FactAppender
{
    public static void AddFact(this ChatDb db, Room room, string kind, DateTimeOffset at, Guid? subjectId, string data)
    {
        room.HeadSeq++;
        db.Facts.Add(new Fact { RoomId = room.Id, Seq = room.HeadSeq, Kind = kind, At = at, SubjectId = subjectId, Data = data });
        db.Outbox.Add(new OutboxRow { Partition = room.Partition, RoomId = room.Id, Seq = room.HeadSeq });
    }
}
