using System.Text.Json;
using Chat.Core.Accounts;
using Chat.Core.Common;
using Chat.Core.Limits;
using Chat.Core.Log;
using Chat.Core.Messages;
using Chat.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chat.Core.Rooms;

/// <summary>Makes rooms, and lets users in and out.</summary>
public sealed class RoomService
{
    private readonly ChatDb _db;
    private readonly RoomAccess _access;
    private readonly LogWake _wake;
    private readonly LimitOptions _limits;
    private readonly TimeProvider _clock;

    /// <summary>Made per request.</summary>
    public RoomService(ChatDb db, RoomAccess access, LogWake wake, IOptions<LimitOptions> limits, TimeProvider clock)
    {
        (_db, _access, _wake, _limits, _clock) = (db, access, wake, limits.Value, clock);
    }

    /// <summary>Makes a room with its maker as owner.</summary>
    /// <param name="userId">The maker.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="code">A code of one's own, of the shape of <see cref="RoomRules.IsCode"/>; null for one that nobody guesses.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The room's id, <see cref="Errors.RoomCodeTaken"/> or <see cref="Errors.RoomDailyLimit"/>.</returns>
    public async Task<Result<Guid>> CreateAsync(Guid userId, string name, string? code, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellation);

        var limited = await CountTowardsTodayAsync(userId, now, cancellation);
        if (limited is not null) return limited;

        var user = await ViewAsync(userId, cancellation);
        var room = NewRoom(name, code ?? RoomRules.NewCode(), now);
        _db.Rooms.Add(room);
        _db.AddFact(
            room, FactKinds.RoomCreated, now, userId,
            JsonSerializer.Serialize(new RoomCreated(room.Name, room.Code, new AuthorView(user.Id, user.DisplayName)), RoomFacts.Default.RoomCreated));
        AddMember(room, user, RoomRoles.Owner, now);
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.Violates("rooms_code_key"))
        {
            return Errors.RoomCodeTaken;
        }

        await transaction.CommitAsync(cancellation);
        _wake.Signal(room.Partition);
        return room.Id;
    }

    /// <summary>
    /// The room with a code, made when there is none: with no owner, and counting for nobody's limit. Of any number of parallel callers
    /// one makes it and all get the same.
    /// </summary>
    public async Task<Guid> EnsureByCodeAsync(string code, CancellationToken cancellation)
    {
        var key = RoomRules.CodeKey(code);
        var found = await FindAsync(key, cancellation);
        if (found is not null) return found.Value;

        var now = _clock.GetUtcNow();
        var room = NewRoom(code, code, now);
        _db.Rooms.Add(room);
        _db.AddFact(
            room, FactKinds.RoomCreated, now, null,
            JsonSerializer.Serialize(new RoomCreated(room.Name, room.Code, null), RoomFacts.Default.RoomCreated));
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.Violates("rooms_code_key"))
        {
            _db.ChangeTracker.Clear();
            return await FindAsync(key, cancellation) ?? throw new InvalidOperationException("A room that was there is gone.");
        }

        _wake.Signal(room.Partition);
        return room.Id;
    }

    /// <summary>Lets a user in by the room's code; one who is in already stays in.</summary>
    /// <returns>The room's id, <see cref="Errors.RoomNotFound"/> or <see cref="Errors.RoomFull"/>.</returns>
    public async Task<Result<Guid>> JoinAsync(Guid userId, string code, LimitProfile profile, CancellationToken cancellation)
    {
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellation);
        var room = await _db.HoldRoomByCodeAsync(RoomRules.CodeKey(code), cancellation);
        if (room is null) return Errors.RoomNotFound;

        if (await _access.IsMemberAsync(room.Id, userId, cancellation)) return room.Id;
        if (profile == LimitProfile.Standard && room.MemberCount >= _limits.RoomMembers) return Errors.RoomFull(_limits.RoomMembers);

        AddMember(room, await ViewAsync(userId, cancellation), RoomRoles.Member, _clock.GetUtcNow());
        await _db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        _wake.Signal(room.Partition);
        return room.Id;
    }

    /// <summary>Takes a user out of a room.</summary>
    /// <returns>Nothing, or <see cref="Errors.RoomNotFound"/> for whoever is not in it.</returns>
    public async Task<Result<Done>> LeaveAsync(Guid userId, Guid roomId, CancellationToken cancellation)
    {
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellation);
        var room = await _db.HoldRoomAsync(roomId, cancellation);
        if (room is null) return Errors.RoomNotFound;

        var gone = await _db.RoomMembers.Where(member => member.RoomId == roomId && member.UserId == userId).ExecuteDeleteAsync(cancellation);
        if (gone == 0) return Errors.RoomNotFound;

        room.MemberCount--;
        var data = new MemberLeft(await ViewAsync(userId, cancellation));
        _db.AddFact(room, FactKinds.MemberLeft, _clock.GetUtcNow(), userId, JsonSerializer.Serialize(data, RoomFacts.Default.MemberLeft));
        await _db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        _wake.Signal(room.Partition);
        return Done.Value;
    }

    private Room NewRoom(string name, string code, DateTimeOffset now)
    {
        var id = Ids.New(_clock);
        return new Room
        {
            Id = id,
            Code = code,
            CodeKey = RoomRules.CodeKey(code),
            Name = name,
            Partition = Partitions.Of(id),
            HeadSeq = 0,
            MemberCount = 0,
            CreatedAt = now,
        };
    }

    private void AddMember(Room room, UserView user, string role, DateTimeOffset now)
    {
        room.MemberCount++;
        _db.RoomMembers.Add(new RoomMember { RoomId = room.Id, UserId = user.Id, Role = role, JoinedAt = now });
        var data = JsonSerializer.Serialize(new MemberJoined(user, role), RoomFacts.Default.MemberJoined);
        _db.AddFact(room, FactKinds.MemberJoined, now, user.Id, data);
    }

    // One statement counts and checks: of parallel callers exactly as many pass as the limit allows.
    private async Task<Error?> CountTowardsTodayAsync(Guid userId, DateTimeOffset now, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var counted = _limits.RoomsPerDay == 0 ? 0 : await _db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO room_quotas AS quota (user_id, day, made) VALUES ({userId}, {today}, 1)
            ON CONFLICT (user_id) DO UPDATE SET day = {today}, made = CASE WHEN quota.day = {today} THEN quota.made + 1 ELSE 1 END
            WHERE quota.day <> {today} OR quota.made < {_limits.RoomsPerDay}
            """,
            cancellation);
        var tomorrow = new DateTimeOffset(today.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return counted == 1 ? null : Errors.RoomDailyLimit(_limits.RoomsPerDay, tomorrow, now);
    }

    private Task<UserView> ViewAsync(Guid userId, CancellationToken cancellation) =>
        _db.Users.Where(user => user.Id == userId)
            .Select(user => new UserView(user.Id, user.Username, user.DisplayName))
            .SingleAsync(cancellation);

    private Task<Guid?> FindAsync(string codeKey, CancellationToken cancellation) =>
        _db.Rooms.Where(room => room.CodeKey == codeKey).Select(room => (Guid?)room.Id).SingleOrDefaultAsync(cancellation);
}
