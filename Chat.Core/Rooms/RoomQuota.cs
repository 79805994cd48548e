namespace Chat.Core.Rooms;

/// <summary>How many rooms a user made on one UTC day. One row per user, overwritten each day.</summary>
public sealed class RoomQuota
{
    /// <summary>The user.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The UTC day that <see cref="Made"/> counts.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>Rooms made on that day.</summary>
    public required int Made { get; set; }
}
