using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chat.Core.Outbox;

/// <summary>
/// A fact that is committed and not told yet. It names the fact and does not repeat it. Ids are taken under the room's row lock, so
/// within a room their order is the order of commit.
/// </summary>
public sealed class OutboxRow
{
    /// <summary>Grows in commit order within a room; says nothing between rooms.</summary>
    public long Id { get; init; }

    /// <summary>The room's partition.</summary>
    public required short Partition { get; init; }

    /// <summary>The room.</summary>
    public required Guid RoomId { get; init; }

    /// <summary>The fact's position.</summary>
    public required long Seq { get; init; }
}

internal sealed class OutboxRowMap : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(row => row.Id).HasName("outbox_pkey");
        builder.Property(row => row.Id).UseIdentityAlwaysColumn();
    }
}
