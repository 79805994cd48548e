using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Chat.Specs.Servers;

/// <summary>
/// The Redis that tests share: <c>CHAT_TEST_REDIS</c> when it is set, else one process of this test run's own on a free port,
/// without persistence. Test classes keep apart by key prefix.
/// </summary>
public static class RedisServer
{
    private static readonly Lazy<Task<string>> Running = new(StartAsync);

    /// <summary>The configuration string of a server that answers.</summary>
    public static Task<string> GetAsync() => Running.Value;

    /// <summary>A new connection to it, with the settings that the product uses.</summary>
    public static async Task<ConnectionMultiplexer> ConnectAsync() =>
        await ConnectionMultiplexer.ConnectAsync($"{await GetAsync()},abortConnect=false");

    /// <summary>A prefix that no other test has.</summary>
    public static string NewPrefix() => $"t{Guid.NewGuid():N}"[..13];

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("CHAT_TEST_REDIS") is { Length: > 0 } given)
            return given;

        var port = FreePort();
        var server = Process.Start(new ProcessStartInfo("redis-server")
        {
            ArgumentList = { "--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no" },
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("redis-server did not start.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Kill();
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = server.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return $"127.0.0.1:{port}";
            }
        }

        throw new InvalidOperationException($"redis-server ended with {server.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
