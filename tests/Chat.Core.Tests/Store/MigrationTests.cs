using Chat.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Shouldly;
using Xunit;

namespace Chat.Core.Tests.Store;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrated_schema_is_the_one_that_the_model_describes()
    {
        await using var migrated = new Database();
        await migrated.InitializeAsync();
        await using var modelled = new Database();
        await modelled.InitializeAsync();
        await using (var db = modelled.Inner.NewContext())
        {
            await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);
            await modelled.Inner.DataSource.CreateCommand(db.Database.GenerateCreateScript()).ExecuteNonQueryAsync();
        }

        var expected = await DescribeAsync(modelled.Inner);
        expected.Count.ShouldBeGreaterThan(40);
        (await DescribeAsync(migrated.Inner)).ShouldBe(expected);
    }

    [Fact]
    public async Task Every_migration_can_be_taken_back_and_applied_again()
    {
        await using var database = new Database();
        await database.InitializeAsync();
        await using var db = database.Inner.NewContext();
        var before = await DescribeAsync(database.Inner);
        var migrator = db.GetService<IMigrator>();

        foreach (var target in db.Database.GetMigrations().Reverse().Skip(1).Append(Migration.InitialDatabase)) await migrator.MigrateAsync(target);
        (await DescribeAsync(database.Inner)).ShouldBeEmpty();

        await migrator.MigrateAsync();
        (await DescribeAsync(database.Inner)).ShouldBe(before);
    }

    // Columns with type and nullability, indexes and constraints, but for what EF keeps for itself.
    private static async Task<List<string>> DescribeAsync(ChatDatabase database)
    {
        const string sql =
            """
            SELECT format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, is_identity) FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory'
            UNION ALL
            SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory'
            UNION ALL
            SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid::regclass::text <> '"__EFMigrationsHistory"'
            ORDER BY 1
            """;
        var lines = new List<string>();
        await using var command = database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    private sealed class Database : IAsyncDisposable
    {
        public ChatDatabase Inner { get; } = new();

        public Task InitializeAsync() => Inner.InitializeAsync();

        public async ValueTask DisposeAsync()
        {
            NpgsqlConnection.ClearAllPools();
            await Inner.DisposeAsync();
        }
    }
}
