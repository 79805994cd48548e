using Chat.Core.Log;
using Chat.Core.Store;
using Npgsql;

namespace Chat.Core.Outbox;

/// <summary>A fact that is to be told.</summary>
/// <param name="Id">The outbox row.</param>
/// <param name="Entry">The fact.</param>
public sealed record Untold(long Id, LogEntry Entry);

/// <summary>Reads what is to be told and strikes out what was.</summary>
public sealed class OutboxReader(NpgsqlDataSource database)
{
    private static readonly string UntoldSql = EmbeddedSql.Read<OutboxReader>("Untold");

    /// <summary>The oldest facts of some partitions, in the order in which each room's are to be told.</summary>
    /// <param name="partitions">A set of partitions.</param>
    /// <param name="resting">Rooms to leave out.</param>
    /// <param name="limit">Facts at most.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<Untold>> ReadAsync(ulong partitions, Guid[] resting, int limit, CancellationToken cancellation)
    {
        var wanted = Enumerable.Range(0, Partitions.Count).Select(n => (short)n).Where(n => (partitions & Partitions.Mask(n)) != 0).ToArray();
        await using var command = database.CreateCommand(UntoldSql);
        command.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = wanted });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = resting });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var untold = new List<Untold>();
        while (await reader.ReadAsync(cancellation)) untold.Add(new Untold(reader.GetInt64(10), LogRow.ReadEntry(reader)));
        return untold;
    }

    /// <summary>Strikes out facts that were told. Striking out twice changes nothing.</summary>
    public async Task StrikeAsync(long[] ids, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("DELETE FROM outbox WHERE id = ANY ($1)");
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = ids });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
