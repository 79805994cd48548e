namespace Chat.Core.Rooms;

/// <summary>A place to talk. Its row is what serialises writers: who changes the room or adds a fact holds it.</summary>
public sealed class Room
{
    /// <summary>The id for life.</summary>
    public required Guid Id { get; init; }

    /// <summary>What one types to join, as it was given; compared by <see cref="CodeKey"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The code in lower case: what is unique.</summary>
    public required string CodeKey { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; set; }

    /// <summary>Which of the relay's 64 partitions tells this room; see <see cref="Log.Partitions"/>.</summary>
    public required short Partition { get; init; }

    /// <summary>The position of the newest fact; 0 before the first. Facts are numbered 1, 2, 3 … up to it without a hole.</summary>
    public required long HeadSeq { get; set; }

    /// <summary>Rows in room_members. Kept here because the limit is checked under this row, and counting would cost with the room's size.</summary>
    public required int MemberCount { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
