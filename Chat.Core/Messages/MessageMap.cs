using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chat.Core.Messages;

internal sealed class MessageMap : IEntityTypeConfiguration<Message>
{
    // No foreign keys: each would cost an append a lookup and a lock on a row that the append's own statement has checked.
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.HasKey(message => new { message.RoomId, message.Seq }).HasName("messages_pkey");
        builder.HasIndex(message => message.Id).IsUnique().HasDatabaseName("messages_id");
    }
}
