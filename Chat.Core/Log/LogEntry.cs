namespace Chat.Core.Log;

/// <summary>
/// One fact as it is read from the log: of a message its parts, of any other fact its data as stored.
/// </summary>
/// <param name="RoomId">The room.</param>
/// <param name="Seq">The position.</param>
/// <param name="At">When it was stored.</param>
/// <param name="Kind">One of <see cref="FactKinds"/>.</param>
public sealed record LogEntry(Guid RoomId, long Seq, DateTimeOffset At, string Kind)
{
    /// <summary>The message's id; null for other facts.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>The message's author; null for a guest and for other facts.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>The message's author's name; null for other facts.</summary>
    public string? AuthorName { get; init; }

    /// <summary>The message's content; null for other facts.</summary>
    public string? Content { get; init; }

    /// <summary>The user whom another fact is about.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Another fact's data as JSON; null for a message.</summary>
    public string? Data { get; init; }
}
