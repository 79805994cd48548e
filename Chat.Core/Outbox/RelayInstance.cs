using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chat.Core.Outbox;

/// <summary>A relay that is alive. Counting them tells each how many partitions are its fair share.</summary>
public sealed class RelayInstance
{
    /// <summary>Made new at each start of a process.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it last said so, by the database's clock.</summary>
    public required DateTimeOffset SeenAt { get; set; }
}

internal sealed class RelayInstanceMap : IEntityTypeConfiguration<RelayInstance>
{
    public void Configure(EntityTypeBuilder<RelayInstance> builder)
    {
        builder.ToTable("relay_instances");
        builder.HasKey(instance => instance.Id).HasName("relay_instances_pkey");
    }
}
