using Chat.Core.Accounts;
using Chat.Core.Log;
using Chat.Core.Messages;
using Chat.Core.Outbox;
using Chat.Core.Rooms;
using Microsoft.EntityFrameworkCore;

namespace Chat.Core.Store;

/// <summary>The one database. Tables and columns are in snake case; maps stand beside their entities.</summary>
public sealed class ChatDb(DbContextOptions<ChatDb> options) : DbContext(options)
{
    /// <summary>People and imported speakers.</summary>
    public DbSet<User> Users => Set<User>();

    /// <summary>Sign-ins.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Rooms, with the head of their log.</summary>
    public DbSet<Room> Rooms => Set<Room>();

    /// <summary>Who is in which room.</summary>
    public DbSet<RoomMember> RoomMembers => Set<RoomMember>();

    /// <summary>How many rooms a user made on a day.</summary>
    public DbSet<RoomQuota> RoomQuotas => Set<RoomQuota>();

    /// <summary>Messages: the facts <c>message.created</c>, in their present state.</summary>
    public DbSet<Message> Messages => Set<Message>();

    /// <summary>All other facts.</summary>
    public DbSet<Fact> Facts => Set<Fact>();

    /// <summary>Facts that have not been told yet.</summary>
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>Which instance tells which partition.</summary>
    public DbSet<PartitionLease> PartitionLeases => Set<PartitionLease>();

    /// <summary>Relays that are alive.</summary>
    public DbSet<RelayInstance> RelayInstances => Set<RelayInstance>();

    /// <summary>What this database is.</summary>
    public DbSet<StoreIdentity> StoreIdentities => Set<StoreIdentity>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ChatDb).Assembly);
        SnakeCase.Apply(modelBuilder.Model);
    }
}
