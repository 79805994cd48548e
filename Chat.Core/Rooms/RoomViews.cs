using Chat.Core.Accounts;
using Chat.Core.Messages;

namespace Chat.Core.Rooms;

/// <summary>A room as one of its members sees it.</summary>
/// <param name="Id">The room.</param>
/// <param name="Code">What one types to join.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Role">What the caller is in it (<see cref="RoomRoles"/>).</param>
/// <param name="MemberCount">How many are in it.</param>
/// <param name="Epoch">The database's epoch; with <paramref name="HeadSeq"/> a position.</param>
/// <param name="HeadSeq">The position of the newest fact.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastMessage">The newest message; null when there is none.</param>
public sealed record RoomView(
    Guid Id, string Code, string Name, string Role, int MemberCount, string Epoch, long HeadSeq, DateTimeOffset CreatedAt, MessageView? LastMessage);

/// <summary>Somebody in a room.</summary>
/// <param name="User">Who.</param>
/// <param name="Role">One of <see cref="RoomRoles"/>.</param>
/// <param name="JoinedAt">Since when.</param>
public sealed record MemberView(UserView User, string Role, DateTimeOffset JoinedAt);
