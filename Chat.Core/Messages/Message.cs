namespace Chat.Core.Messages;

/// <summary>
/// What somebody said. The row is itself the fact <c>message.created</c> of its room: position and content stand in one place, and an
/// append writes one row for both.
/// </summary>
public sealed class Message
{
    /// <summary>The room.</summary>
    public required Guid RoomId { get; init; }

    /// <summary>The position in the room's log.</summary>
    public required long Seq { get; init; }

    /// <summary>Made by the client (UUID version 7), unique over all rooms, for life.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who said it; null for a guest.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>The author's name when it was said; the only name a guest has.</summary>
    public required string AuthorName { get; init; }

    /// <summary>As typed.</summary>
    public required string Content { get; set; }

    /// <summary>When the server stored it.</summary>
    public required DateTimeOffset At { get; init; }
}
