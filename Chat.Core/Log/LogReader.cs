using Chat.Core.Common;
using Chat.Core.Messages;
using Chat.Core.Store;
using Npgsql;

namespace Chat.Core.Log;

/// <summary>Reads the log of a room. Every read is one round trip that also checks the right to it, and costs by what it returns.</summary>
public sealed class LogReader(NpgsqlDataSource database, StoreEpoch epoch)
{
    private const string Head =
        """
        SELECT room.head_seq FROM rooms AS room
        WHERE room.id = $1 AND ($2::uuid IS NULL OR EXISTS (SELECT FROM room_members WHERE room_id = $1 AND user_id = $2))
        """;

    private static readonly string FactsAfterSql = EmbeddedSql.Read<LogReader>("FactsAfter");
    private static readonly string MessagesBeforeSql = EmbeddedSql.Read<LogReader>("MessagesBefore");
    private static readonly string MessagesAfterSql = EmbeddedSql.Read<LogReader>("MessagesAfter");

    /// <summary>Every fact after a position, in order and without a hole, up to <paramref name="limit"/>.</summary>
    /// <param name="roomId">The room.</param>
    /// <param name="userId">Who reads; null for the server itself and for a guest, who was let in by the room's code.</param>
    /// <param name="after">The position that the reader holds everything up to; 0 for none.</param>
    /// <param name="limit">Facts at most.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The facts and the head, or <see cref="Errors.RoomNotFound"/> to whoever is not in the room.</returns>
    public async Task<Result<FactPage>> FactsAfterAsync(Guid roomId, Guid? userId, long after, int limit, CancellationToken cancellation)
    {
        var now = await epoch.GetAsync(cancellation);
        await using var batch = database.CreateBatch();
        // The head first: read after it, the facts reach at least as far.
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Head).With(roomId).With(userId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(FactsAfterSql).With(roomId).With(after).With(limit));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return Errors.RoomNotFound;

        var head = reader.GetInt64(0);
        await reader.NextResultAsync(cancellation);
        var entries = new List<LogEntry>(limit);
        while (await reader.ReadAsync(cancellation)) entries.Add(LogRow.ReadEntry(reader));
        return new FactPage(entries, now, Math.Max(head, entries.Count == 0 ? 0 : entries[^1].Seq));
    }

    /// <summary>The newest messages, or those just before a position.</summary>
    /// <param name="roomId">The room.</param>
    /// <param name="userId">Who reads; null for the server itself.</param>
    /// <param name="before">Only messages before this position; null for the newest.</param>
    /// <param name="limit">Messages at most.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The page, or <see cref="Errors.RoomNotFound"/> to whoever is not in the room.</returns>
    public Task<Result<MessagePage>> MessagesBeforeAsync(Guid roomId, Guid? userId, long? before, int limit, CancellationToken cancellation) =>
        MessagesAsync(roomId, userId, before ?? long.MaxValue, limit, 0, 0, cancellation);

    /// <summary>The messages just after a position; see <see cref="MessagesBeforeAsync"/>.</summary>
    public Task<Result<MessagePage>> MessagesAfterAsync(Guid roomId, Guid? userId, long after, int limit, CancellationToken cancellation) =>
        MessagesAsync(roomId, userId, 0, 0, after, limit, cancellation);

    /// <summary>The messages on both sides of a position, the one at it in the middle; see <see cref="MessagesBeforeAsync"/>.</summary>
    public Task<Result<MessagePage>> MessagesAroundAsync(Guid roomId, Guid? userId, long around, int limit, CancellationToken cancellation) =>
        MessagesAsync(roomId, userId, around, limit / 2, around - 1, limit - (limit / 2), cancellation);

    // One row more than asked for on each side tells whether there is anything beyond.
    private async Task<Result<MessagePage>> MessagesAsync(
        Guid roomId, Guid? userId, long before, int countBefore, long after, int countAfter, CancellationToken cancellation)
    {
        var now = await epoch.GetAsync(cancellation);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Head).With(roomId).With(userId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(MessagesBeforeSql).With(roomId).With(countBefore > 0 ? before : after + 1).With(countBefore + 1));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(MessagesAfterSql).With(roomId).With(countAfter > 0 ? after : before - 1).With(countAfter + 1));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return Errors.RoomNotFound;

        var head = reader.GetInt64(0);
        await reader.NextResultAsync(cancellation);
        var earlier = await ReadMessagesAsync(reader, cancellation);
        await reader.NextResultAsync(cancellation);
        var later = await ReadMessagesAsync(reader, cancellation);

        var (hasBefore, hasAfter) = (earlier.Count > countBefore, later.Count > countAfter);
        if (hasBefore) earlier.RemoveAt(countBefore);
        if (hasAfter) later.RemoveAt(countAfter);
        earlier.Reverse();
        return new MessagePage([.. earlier, .. later], now, head, hasBefore, hasAfter);
    }

    private static async Task<List<MessageView>> ReadMessagesAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var messages = new List<MessageView>();
        while (await reader.ReadAsync(cancellation)) messages.Add(LogRow.ReadMessage(reader));
        return messages;
    }
}
