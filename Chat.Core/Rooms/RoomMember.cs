namespace Chat.Core.Rooms;

/// <summary>That a user is in a room.</summary>
public sealed class RoomMember
{
    /// <summary>The room.</summary>
    public required Guid RoomId { get; init; }

    /// <summary>The user.</summary>
    public required Guid UserId { get; init; }

    /// <summary>One of <see cref="RoomRoles"/>.</summary>
    public required string Role { get; set; }

    /// <summary>When the user came in.</summary>
    public required DateTimeOffset JoinedAt { get; init; }
}

/// <summary>What one may be in a room.</summary>
public static class RoomRoles
{
    /// <summary>Made the room.</summary>
    public const string Owner = "owner";

    /// <summary>Reads and writes.</summary>
    public const string Member = "member";
}
