using Chat.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chat.Core.Rooms;

internal sealed class RoomMap : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.ToTable("rooms");
        builder.HasKey(room => room.Id).HasName("rooms_pkey");
        builder.HasIndex(room => room.CodeKey).IsUnique().HasDatabaseName("rooms_code_key");
    }
}

internal sealed class RoomMemberMap : IEntityTypeConfiguration<RoomMember>
{
    public void Configure(EntityTypeBuilder<RoomMember> builder)
    {
        builder.ToTable("room_members");
        builder.HasKey(member => new { member.RoomId, member.UserId }).HasName("room_members_pkey");
        builder.HasIndex(member => new { member.UserId, member.RoomId }).HasDatabaseName("room_members_user");
        builder.HasOne<Room>().WithMany().HasForeignKey(member => member.RoomId).HasConstraintName("room_members_room_fkey");
        builder.HasOne<User>().WithMany().HasForeignKey(member => member.UserId).HasConstraintName("room_members_user_fkey");
    }
}

internal sealed class RoomQuotaMap : IEntityTypeConfiguration<RoomQuota>
{
    public void Configure(EntityTypeBuilder<RoomQuota> builder)
    {
        builder.ToTable("room_quotas");
        builder.HasKey(quota => quota.UserId).HasName("room_quotas_pkey");
        builder.HasOne<User>().WithMany().HasForeignKey(quota => quota.UserId).HasConstraintName("room_quotas_user_fkey");
    }
}
