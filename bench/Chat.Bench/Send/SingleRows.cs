using Npgsql;

namespace Chat.Bench.Send;

/// <summary>
/// The peer: what a chat does that takes the next number and stores the message in a statement and a commit of its own, on the same
/// Postgres with the same durability, without HTTP, sockets or checks.
/// </summary>
internal sealed class SingleRows : IAsyncDisposable
{
    private const string Append =
        """
        WITH next AS (UPDATE bench_rooms SET head = head + 1 WHERE id = $1 RETURNING head)
        INSERT INTO bench_messages SELECT $1, head, $2, $3 FROM next
        """;

    private readonly NpgsqlDataSource _database;

    private SingleRows(NpgsqlDataSource database) => _database = database;

    public static async Task<SingleRows> CreateAsync(string postgres, int rooms)
    {
        var database = NpgsqlDataSource.Create(postgres);
        await database.CreateCommand(
            $"""
            CREATE TABLE bench_rooms (id int PRIMARY KEY, head bigint NOT NULL) WITH (fillfactor = 70);
            CREATE TABLE bench_messages (room int, seq bigint, id uuid, content text, PRIMARY KEY (room, seq));
            INSERT INTO bench_rooms SELECT n, 0 FROM generate_series(0, {rooms - 1}) AS n;
            """).ExecuteNonQueryAsync();
        return new SingleRows(database);
    }

    public async Task SendAsync(int room)
    {
        await using var connection = await _database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Append, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<int> { TypedValue = room },
                new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() },
                new NpgsqlParameter<string> { TypedValue = Talker.Content },
            },
        };
        await command.PrepareAsync();
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _database.CreateCommand("DROP TABLE bench_messages, bench_rooms").ExecuteNonQueryAsync();
        await _database.DisposeAsync();
    }
}
