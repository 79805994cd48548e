using System.Net.Sockets;
using Chat.Dev.Processes;
using Chat.Dev.Servers;
using Chat.Dev.Workspace;
using Npgsql;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Servers;

/// <summary>The servers that tests kill and freeze: started, killed and started again here, on data of their own.</summary>
public sealed class ServerFaultTests : IAsyncLifetime
{
    private static readonly ChatWorkspace Clone = ChatWorkspace.Containing(AppContext.BaseDirectory);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "chat-test-faults-" + Environment.ProcessId);
    private PostgresInstallation _installation = null!;

    public async Task InitializeAsync() => _installation = await NpmPostgres.InstallAsync(Clone, CancellationToken.None);

    public Task DisposeAsync()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Postgres_killed_in_full_run_has_every_committed_row_when_it_is_back()
    {
        await using var server = await StartPostgresAsync();
        await ExecuteAsync(server, "CREATE TABLE thing (id int)");
        await ExecuteAsync(server, "INSERT INTO thing SELECT generate_series(1, 1000)");
        var port = server.Port;

        await server.KillAsync();
        await server.RestartAsync(CancellationToken.None);

        server.Port.ShouldBe(port);
        (await ScalarAsync(server, "SELECT count(*) FROM thing")).ShouldBe(1000L);
    }

    [Fact]
    public async Task Postgres_frozen_answers_nobody_and_thawed_goes_on()
    {
        await using var server = await StartPostgresAsync();
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Port);
        var answer = new byte[1];

        server.Freeze();
        // "May I use TLS?" (PostgreSQL protocol, SSLRequest): one byte comes back, unless nobody is awake.
        await client.GetStream().WriteAsync(new byte[] { 0, 0, 0, 8, 0x04, 0xD2, 0x16, 0x2F });
        var reading = client.GetStream().ReadAsync(answer).AsTask();
        (await Task.WhenAny(reading, Task.Delay(300))).ShouldNotBe(reading);
        server.Thaw();

        (await reading.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe(1);
        answer.ShouldBe("N"u8.ToArray());
    }

    [Fact]
    public async Task Postgres_data_survives_a_stop_and_another_start()
    {
        await using (var first = await StartPostgresAsync())
            await ExecuteAsync(first, "CREATE TABLE thing AS SELECT 42 AS id");
        await using var second = await StartPostgresAsync();
        (await ScalarAsync(second, "SELECT id FROM thing")).ShouldBe(42);
    }

    [Fact]
    public async Task Postgres_lets_nobody_in_without_the_password()
    {
        await using var server = await StartPostgresAsync();
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString()) { Password = "guess" }.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync())).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task Redis_comes_back_on_the_same_port_after_a_kill()
    {
        await using var server = await RedisServer.StartAsync(Path.Combine(_folder, "redis"), Signal.Kill, CancellationToken.None);
        var connection = server.ConnectionString;
        await server.KillAsync();
        await server.RestartAsync(CancellationToken.None);
        server.ConnectionString.ShouldBe(connection);
    }

    private Task<PostgresServer> StartPostgresAsync([System.Runtime.CompilerServices.CallerMemberName] string name = "") => PostgresServer.StartAsync(
        _installation,
        new ServerFolder(Path.Combine(_folder, name), Environment.IsPrivilegedProcess ? ServerFolder.PostgresAccount() : null),
        Signal.Kill,
        CancellationToken.None);

    private static async Task ExecuteAsync(PostgresServer server, string sql) => await ScalarAsync(server, sql);

    private static async Task<object?> ScalarAsync(PostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString() + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
