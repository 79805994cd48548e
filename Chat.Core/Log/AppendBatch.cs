using Chat.Core.Common;
using Chat.Core.Store;
using Npgsql;

namespace Chat.Core.Log;

/// <summary>Stores a batch of messages: one round trip, one commit, every check inside it.</summary>
internal sealed class AppendBatch(NpgsqlDataSource database, TimeProvider clock)
{
    private const int Attempts = 3;

    private static readonly string LocksSql = EmbeddedSql.Read<AppendBatch>("AppendLocks");
    private static readonly string AppendSql = EmbeddedSql.Read<AppendBatch>("Append");

    /// <summary>Stores the batch and answers every caller in it.</summary>
    /// <returns>The partitions that have something new to be told.</returns>
    /// <exception cref="NpgsqlException">Nothing was stored, or it is not known; nobody was answered.</exception>
    public async Task<ulong> WriteAsync(IReadOnlyList<PendingAppend> pending, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryWriteAsync(pending, cancellation);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation && attempt < Attempts)
            {
                // Another instance stored one of the ids in another room between our look and our insert. The next look sees it.
            }
        }
    }

    private async Task<ulong> TryWriteAsync(IReadOnlyList<PendingAppend> pending, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(LocksSql)
            .With(pending.Select(one => one.Append.RoomId).Distinct().ToArray()));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(AppendSql)
            .With(Enumerable.Range(0, pending.Count).ToArray())
            .With(Column(pending, append => append.RoomId))
            .With(Column(pending, append => append.AuthorId))
            .With(Column(pending, append => append.GuestName))
            .With(Column(pending, append => append.Id))
            .With(Column(pending, append => append.Content))
            .With(clock.GetUtcNow()));
        await batch.PrepareAsync(cancellation);

        var results = new Result<Appended>[pending.Count];
        var told = 0UL;
        await using (var reader = await batch.ExecuteReaderAsync(cancellation))
        {
            await reader.NextResultAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                var outcome = reader.GetInt32(1);
                results[reader.GetInt32(0)] = outcome switch
                {
                    0 or 2 => new Appended(reader.GetInt64(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetString(4)),
                    3 => Errors.MessageConflict,
                    _ => Errors.RoomNotFound,
                };
                if (outcome == 0) told |= Partitions.Mask(reader.GetInt16(5));
            }
        }

        // Only now: the batch is committed when its reader has been read to the end.
        for (var i = 0; i < results.Length; i++) pending[i].Complete(results[i]);
        return told;
    }

    private static T[] Column<T>(IReadOnlyList<PendingAppend> pending, Func<Append, T> value)
    {
        var column = new T[pending.Count];
        for (var i = 0; i < column.Length; i++) column[i] = value(pending[i].Append);
        return column;
    }
}
