using System.Reflection;
using Chat.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Chat.Testing.Stores;

/// <summary>A migrated database of the product.</summary>
public sealed class ChatDatabase : TestPostgres
{
    /// <inheritdoc/>
    protected override Assembly Schema => typeof(ChatDb).Assembly;

    /// <summary>A new context, to be disposed of by the caller.</summary>
    public ChatDb NewContext() => NewContext(ConnectionString);

    /// <inheritdoc/>
    protected override async Task MigrateAsync(string connectionString)
    {
        await using var db = NewContext(connectionString);
        await db.Database.MigrateAsync();
    }

    private static ChatDb NewContext(string connectionString)
    {
        var options = new DbContextOptionsBuilder<ChatDb>().UseNpgsql(connectionString);
        ChatDbOptions.Configure(options);
        return new ChatDb(options.Options);
    }
}
