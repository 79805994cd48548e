using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chat.Core.Outbox;

/// <summary>
/// Which instance tells a partition, and until when. A row and not an advisory lock: a lock is held for ever by a process that is
/// frozen, a lease runs out.
/// </summary>
public sealed class PartitionLease
{
    /// <summary>0 to 63.</summary>
    public required short Partition { get; init; }

    /// <summary>The instance; null when nobody has it.</summary>
    public Guid? Owner { get; set; }

    /// <summary>Grows at each change of owner, so that one who lost the lease without noticing can be told from its successor.</summary>
    public required long Fence { get; set; }

    /// <summary>By the database's clock.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}

internal sealed class PartitionLeaseMap : IEntityTypeConfiguration<PartitionLease>
{
    public void Configure(EntityTypeBuilder<PartitionLease> builder)
    {
        builder.ToTable("partition_leases");
        builder.HasKey(lease => lease.Partition).HasName("partition_leases_pkey");
        builder.Property(lease => lease.Partition).ValueGeneratedNever();
    }
}
