using System.Globalization;
using Chat.Dev.Processes;
using Chat.Dev.Servers;
using Chat.Dev.Workspace;

namespace Chat.Testing.Stores;

/// <summary>
/// The Postgres and the Redis of a test run: those that <c>CHAT_TEST_POSTGRES</c> and <c>CHAT_TEST_REDIS</c> name (connection strings, set by <c>dev.cs test</c>),
/// else one of each started by this process at first use. The kernel kills them when this process ends, however it ends.
/// </summary>
internal static class TestServers
{
    private static readonly Lazy<Task<string>> LazyPostgres = new(StartPostgresAsync);
    private static readonly Lazy<Task<string>> LazyRedis = new(StartRedisAsync);

    /// <summary>A connection string whose account may create databases.</summary>
    public static Task<string> Postgres => LazyPostgres.Value;

    /// <summary>A connection string for StackExchange.Redis.</summary>
    public static Task<string> Redis => LazyRedis.Value;

    private static async Task<string> StartPostgresAsync()
    {
        if (Environment.GetEnvironmentVariable("CHAT_TEST_POSTGRES") is { Length: > 0 } given)
            return given;
        var workspace = ChatWorkspace.Containing(AppContext.BaseDirectory);
        var installation = await NpmPostgres.InstallAsync(workspace, CancellationToken.None).ConfigureAwait(false);
        var server = await PostgresServer.StartAsync(installation, TestFolder("postgres"), Signal.Kill, CancellationToken.None).ConfigureAwait(false);
        return server.ConnectionString("postgres");
    }

    private static async Task<string> StartRedisAsync()
    {
        if (Environment.GetEnvironmentVariable("CHAT_TEST_REDIS") is { Length: > 0 } given)
            return given;
        var server = await RedisServer.StartAsync(TestFolder("redis").Path, Signal.Kill, CancellationToken.None).ConfigureAwait(false);
        return server.ConnectionString;
    }

    // In the system's temporary folder, since the account that Postgres runs under may not be able to enter the clone. What
    // earlier runs left is removed here: a test host is ended too abruptly to tidy up after itself.
    private static ServerFolder TestFolder(string name)
    {
        const string prefix = "chat-test-";
        foreach (var left in Directory.EnumerateDirectories(Path.GetTempPath(), prefix + "*"))
        {
            if (int.TryParse(left[(left.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture, out var owner) && HasEnded(owner))
                TryDelete(left);
        }

        var folder = Path.Combine(Path.GetTempPath(), $"{prefix}{name}-{Environment.ProcessId}");
        return new ServerFolder(folder, Environment.IsPrivilegedProcess ? ServerFolder.PostgresAccount() : null);
    }

    private static bool HasEnded(int processId) => OperatingSystem.IsLinux() && !Directory.Exists($"/proc/{processId}");

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another account's, or another process is removing it too.
        }
    }
}
