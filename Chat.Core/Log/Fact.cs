using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chat.Core.Log;

/// <summary>
/// Something that happened in a room and is not a message. With the room's messages these are the room's log: every position from
/// 1 to the head stands in exactly one of the two tables.
/// </summary>
public sealed class Fact
{
    /// <summary>The room.</summary>
    public required Guid RoomId { get; init; }

    /// <summary>The position in the room's log.</summary>
    public required long Seq { get; init; }

    /// <summary>One of <see cref="FactKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The user it is about; null when it is about nobody.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The fact's <c>data</c> as one JSON object, serialised once (docs/protocol.md section 4).</summary>
    public required string Data { get; init; }
}

internal sealed class FactMap : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> builder)
    {
        builder.ToTable("facts");
        builder.HasKey(fact => new { fact.RoomId, fact.Seq }).HasName("facts_pkey");
    }
}
