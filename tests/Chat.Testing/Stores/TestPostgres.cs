using System.Reflection;
using Npgsql;
using Xunit;

namespace Chat.Testing.Stores;

/// <summary>
/// A database of its own for a test class, on the run's real Postgres. Derive once per schema and use that as a class fixture; the schema is
/// built once per run into a template, and each class gets a clone of it in a few milliseconds.
/// </summary>
public abstract class TestPostgres : IAsyncLifetime
{
    private readonly string _database = "t_" + Guid.NewGuid().ToString("N");
    private NpgsqlDataSource? _dataSource;

    /// <summary>How the database is reached, as its owner.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Pooled connections to the database.</summary>
    public NpgsqlDataSource DataSource => _dataSource ??= NpgsqlDataSource.Create(ConnectionString);

    /// <summary>The assembly that the schema is made by: a template is reused exactly as long as this stays the same build.</summary>
    protected abstract Assembly Schema { get; }

    /// <summary>Builds the schema in an empty database.</summary>
    /// <param name="connectionString">The database.</param>
    protected abstract Task MigrateAsync(string connectionString);

    /// <summary>Clones the database.</summary>
    public virtual async Task InitializeAsync()
    {
        var server = await TestServers.Postgres;
        await using var admin = new NpgsqlConnection(server);
        await admin.OpenAsync();
        var template = await TemplateDatabase.EnsureAsync(admin, Schema, MigrateAsync);
        await TemplateDatabase.ExecuteAsync(admin, $"CREATE DATABASE {_database} TEMPLATE {template}");
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = _database, MaxPoolSize = 50 }.ConnectionString;
    }

    /// <summary>Drops the database, whoever is still connected.</summary>
    public virtual async Task DisposeAsync()
    {
        if (_dataSource is not null)
            await _dataSource.DisposeAsync();
        await using var admin = new NpgsqlConnection(await TestServers.Postgres);
        await admin.OpenAsync();
        await TemplateDatabase.ExecuteAsync(admin, $"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
    }
}
