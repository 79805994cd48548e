using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chat.Core.Accounts;

internal sealed class UserMap : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.HasKey(user => user.Id).HasName("users_pkey");
        builder.HasIndex(user => user.UsernameKey).IsUnique().HasDatabaseName("users_username_key");
    }
}

internal sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.HasKey(session => session.Id).HasName("sessions_pkey");
        builder.HasIndex(session => session.UserId).HasDatabaseName("sessions_user");
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId).HasConstraintName("sessions_user_fkey");
    }
}
