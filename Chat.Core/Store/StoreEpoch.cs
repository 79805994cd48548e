using Npgsql;

namespace Chat.Core.Store;

/// <summary>The epoch of the database, read once: it changes only while nothing runs (a restore).</summary>
public sealed class StoreEpoch(NpgsqlDataSource database)
{
    private string? _epoch;

    /// <summary>The epoch: opaque, the same for the life of the process.</summary>
    public async ValueTask<string> GetAsync(CancellationToken cancellation) => _epoch ??= await ReadAsync(cancellation);

    private async Task<string> ReadAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("SELECT epoch FROM store_identity");
        return (string)(await command.ExecuteScalarAsync(cancellation)
            ?? throw new InvalidOperationException("The database has no store_identity row: run the migrations."));
    }
}
