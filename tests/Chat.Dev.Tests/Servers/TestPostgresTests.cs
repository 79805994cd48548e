using System.Reflection;
using Chat.Testing.Stores;
using Npgsql;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Servers;

public sealed class TestPostgresTests
{
    private sealed class OneTable : TestPostgres
    {
        private static int _migrations;

        public static int Migrations => _migrations;

        protected override Assembly Schema => typeof(OneTable).Assembly;

        protected override async Task MigrateAsync(string connectionString)
        {
            Interlocked.Increment(ref _migrations);
            await using var data = NpgsqlDataSource.Create(connectionString);
            await using var create = data.CreateCommand("CREATE TABLE thing (id int PRIMARY KEY)");
            await create.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task Each_class_gets_a_database_of_its_own_cloned_from_a_schema_that_was_built_once()
    {
        OneTable[] databases = [new(), new(), new()];
        await Task.WhenAll(databases.Select(one => one.InitializeAsync()));
        try
        {
            foreach (var database in databases)
            {
                await using var insert = database.DataSource.CreateCommand("INSERT INTO thing VALUES (1)");
                (await insert.ExecuteNonQueryAsync()).ShouldBe(1);
            }

            OneTable.Migrations.ShouldBeLessThanOrEqualTo(1);
        }
        finally
        {
            await Task.WhenAll(databases.Select(one => one.DisposeAsync()));
        }
    }

    [Fact]
    public async Task The_server_commits_durably()
    {
        var database = new OneTable();
        await database.InitializeAsync();
        try
        {
            foreach (var setting in (string[])["fsync", "synchronous_commit", "full_page_writes"])
            {
                await using var show = database.DataSource.CreateCommand($"SHOW {setting}");
                (await show.ExecuteScalarAsync()).ShouldBe("on");
            }
        }
        finally
        {
            await database.DisposeAsync();
        }
    }
}
