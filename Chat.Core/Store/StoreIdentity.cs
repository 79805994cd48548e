using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chat.Core.Store;

/// <summary>
/// What this database is: one row. A new <see cref="Epoch"/> is written when a database is restored, because positions that clients
/// hold from before may then name other facts; a client that sees another epoch starts over.
/// </summary>
public sealed class StoreIdentity
{
    /// <summary>Always 1.</summary>
    public required short Id { get; init; }

    /// <summary>Opaque.</summary>
    public required string Epoch { get; set; }
}

internal sealed class StoreIdentityMap : IEntityTypeConfiguration<StoreIdentity>
{
    public void Configure(EntityTypeBuilder<StoreIdentity> builder)
    {
        builder.ToTable("store_identity", table => table.HasCheckConstraint("store_identity_single", "id = 1"));
        builder.HasKey(identity => identity.Id).HasName("store_identity_pkey");
        builder.Property(identity => identity.Id).ValueGeneratedNever();
    }
}
