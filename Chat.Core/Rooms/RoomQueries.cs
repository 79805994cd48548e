using Chat.Core.Accounts;
using Chat.Core.Common;
using Chat.Core.Messages;
using Chat.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Chat.Core.Rooms;

/// <summary>Reads rooms.</summary>
public sealed class RoomQueries
{
    private readonly ChatDb _db;
    private readonly RoomAccess _access;
    private readonly StoreEpoch _epoch;

    /// <summary>Made per request.</summary>
    public RoomQueries(ChatDb db, RoomAccess access, StoreEpoch epoch) => (_db, _access, _epoch) = (db, access, epoch);

    /// <summary>The ids of all rooms that a user is in, in no order: what a new connection listens to.</summary>
    public async Task<IReadOnlyList<Guid>> GetRoomIdsAsync(Guid userId, CancellationToken cancellation) =>
        await _db.RoomMembers.Where(member => member.UserId == userId).Select(member => member.RoomId).ToListAsync(cancellation);

    /// <summary>One room, or <see cref="Errors.RoomNotFound"/> to whoever is not in it.</summary>
    public async Task<Result<RoomView>> GetAsync(Guid roomId, Guid userId, CancellationToken cancellation)
    {
        var epoch = await _epoch.GetAsync(cancellation);
        var room = await Views(_db.RoomMembers.Where(member => member.UserId == userId && member.RoomId == roomId), epoch)
            .SingleOrDefaultAsync(cancellation);
        return room is null ? Errors.RoomNotFound : room;
    }

    /// <summary>The rooms of a user, in the order of their ids, which is the order in which they were made.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="after">The last room of the part before; null for the first part.</param>
    /// <param name="limit">Rooms in this part.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Page<RoomView>> ListAsync(Guid userId, Guid? after, int limit, CancellationToken cancellation)
    {
        var epoch = await _epoch.GetAsync(cancellation);
        var from = after ?? Guid.Empty;
        var members = _db.RoomMembers.Where(member => member.UserId == userId && member.RoomId > from).OrderBy(member => member.RoomId).Take(limit + 1);
        var rooms = await Views(members, epoch).ToListAsync(cancellation);
        return Cut(rooms, limit, room => room.Id);
    }

    /// <summary>The members of a room in the order of their ids, or <see cref="Errors.RoomNotFound"/> to whoever is not in it.</summary>
    /// <param name="roomId">The room.</param>
    /// <param name="userId">Who asks.</param>
    /// <param name="after">The last member of the part before; null for the first part.</param>
    /// <param name="limit">Members in this part.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Result<Page<MemberView>>> ListMembersAsync(
        Guid roomId, Guid userId, Guid? after, int limit, CancellationToken cancellation)
    {
        if (!await _access.IsMemberAsync(roomId, userId, cancellation)) return Errors.RoomNotFound;

        var from = after ?? Guid.Empty;
        var members = await _db.RoomMembers
            .Where(member => member.RoomId == roomId && member.UserId > from)
            .OrderBy(member => member.UserId)
            .Take(limit + 1)
            .Join(_db.Users, member => member.UserId, user => user.Id, (member, user) => new { member, user })
            .OrderBy(row => row.user.Id)
            .Select(row => new MemberView(
                new UserView(row.user.Id, row.user.Username, row.user.DisplayName), row.member.Role, row.member.JoinedAt))
            .ToListAsync(cancellation);
        return Cut(members, limit, member => member.User.Id);
    }

    private IQueryable<RoomView> Views(IQueryable<RoomMember> members, string epoch) =>
        from member in members
        join room in _db.Rooms on member.RoomId equals room.Id
        orderby room.Id
        select new RoomView(
            room.Id,
            room.Code,
            room.Name,
            member.Role,
            room.MemberCount,
            epoch,
            room.HeadSeq,
            room.CreatedAt,
            _db.Messages
                .Where(message => message.RoomId == room.Id)
                .OrderByDescending(message => message.Seq)
                .Select(message => new MessageView(
                    message.Id, message.RoomId, message.Seq, new AuthorView(message.AuthorId, message.AuthorName), message.Content, message.At))
                .FirstOrDefault());

    private static Page<T> Cut<T>(List<T> rows, int limit, Func<T, Guid> key)
    {
        if (rows.Count <= limit) return new Page<T>(rows, null);
        rows.RemoveAt(limit);
        return new Page<T>(rows, key(rows[^1]).ToString());
    }
}
