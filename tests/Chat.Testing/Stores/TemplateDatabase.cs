using System.Reflection;
using Npgsql;

namespace Chat.Testing.Stores;

/// <summary>
/// The migrated database that test databases are cloned from. Several test processes share one server: the first takes a lock and builds
/// it under a passing name, so that a build that died half way is never taken for a whole one.
/// </summary>
internal static class TemplateDatabase
{
    private const long BuildLock = 0x43_48_41_54_54_45_53_54;

    /// <summary>The template's name; built when it is not there.</summary>
    public static async Task<string> EnsureAsync(NpgsqlConnection admin, Assembly schema, Func<string, Task> migrate)
    {
        var name = "template_" + schema.ManifestModule.ModuleVersionId.ToString("N");
        await ExecuteAsync(admin, $"SELECT pg_advisory_lock({BuildLock})");
        try
        {
            if (!await ExistsAsync(admin, name))
                await BuildAsync(admin, name, migrate);
        }
        finally
        {
            await ExecuteAsync(admin, $"SELECT pg_advisory_unlock({BuildLock})");
        }

        return name;
    }

    /// <summary>Runs one statement.</summary>
    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection admin, string name)
    {
        await using var command = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", admin) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync() is not null;
    }

    private static async Task BuildAsync(NpgsqlConnection admin, string name, Func<string, Task> migrate)
    {
        await ExecuteAsync(admin, $"DROP DATABASE IF EXISTS {name}_part WITH (FORCE)");
        await ExecuteAsync(admin, $"CREATE DATABASE {name}_part");
        // Without a pool no connection is left behind: a database that anybody is connected to can be neither renamed nor cloned.
        var unpooled = new NpgsqlConnectionStringBuilder(admin.ConnectionString) { Database = name + "_part", Pooling = false };
        await migrate(WithPassword(unpooled, await TestServers.Postgres));
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(admin, $"ALTER DATABASE {name}_part RENAME TO {name}");
    }

    // An open connection no longer tells its password.
    private static string WithPassword(NpgsqlConnectionStringBuilder target, string server)
    {
        target.Password = new NpgsqlConnectionStringBuilder(server).Password;
        return target.ConnectionString;
    }
}
