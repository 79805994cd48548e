using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Chat.Core.Presence;
using Chat.Core.Redis;
using Chat.Dev.Processes;
using Chat.Functions.Presence;
using Chat.Specs;
using Chat.Testing.Stores;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouldly;
using StackExchange.Redis;
using Xunit;

namespace Chat.Functions.Tests;

public sealed partial class CleanUpPresenceTests(TestRedis server) : IClassFixture<TestRedis>, IAsyncLifetime
{
    private const int Connections = 30;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Guid _ada = Guid.CreateVersion7();
    private readonly RedisKeys _keys = new($"{server.Prefix}{Guid.NewGuid():N}");
    private ConnectionMultiplexer _redis = null!;

    public async Task InitializeAsync() => _redis = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);

    public Task DisposeAsync() => _redis.CloseAsync();

    [Fact]
    public async Task Two_function_hosts_end_the_leases_of_a_killed_process_once_each()
    {
        await using var holder = await HoldAsync();
        var lines = new ConcurrentQueue<string>();
        await using var one = await StartFunctionsAsync(lines);
        await using var another = await StartFunctionsAsync(lines);
        (await Leases().GetOnlineAsync([_ada], None)).ShouldBe([_ada]);

        await holder.StopAsync(Signal.Kill, TimeSpan.Zero);

        // The functions run at every quarter of a minute, when the leases of 2 s have run out.
        await Eventually.TrueAsync(async () => await StoredAsync() == 0, "ended", within: TimeSpan.FromSeconds(60));
        await Eventually.TrueAsync(() => new(Ended(lines).Sum() >= Connections), "reported");
        Ended(lines).Sum().ShouldBe(Connections);
        (await Leases().GetOnlineAsync([_ada], None)).ShouldBeEmpty();
        (await one.StopAsync(Signal.Terminate, Eventually.Limit)).ShouldBe(0);
    }

    [Fact]
    public async Task A_run_while_the_holder_lives_ends_nothing()
    {
        await using var holder = await HoldAsync();

        await Function(new List<string>()).RunAsync(new TimerInfo(), None);

        (await StoredAsync()).ShouldBe(Connections);
    }

    [Fact]
    public async Task Running_it_again_ends_nothing_more()
    {
        var lines = new List<string>();
        await Leases(lease: 100).RenewAsync([new Heartbeat(new Lease(_ada, "phone", 1), TimeSpan.Zero)], None);
        await Eventually.TrueAsync(async () => (await Leases().GetOnlineAsync([_ada], None)).Count == 0, "run out");

        await Function(lines).RunAsync(new TimerInfo(), None);
        await Function(lines).RunAsync(new TimerInfo(), None);

        lines.ShouldBe(["Ended 1 leases that nobody renewed; 1 users went offline with them"]);
    }

    private async Task<ChildProcess> HoldAsync()
    {
        var holding = new TaskCompletionSource();
        var holder = await ChildProcess.StartAsync(
            Program("Chat.Functions.Holder", server.ConnectionString, _keys.Prefix, $"{_ada}", $"{Connections}") with { Output = _ => holding.TrySetResult() });
        await Task.WhenAny(holding.Task, holder.Exit).WaitAsync(Eventually.Limit);
        holder.HasExited.ShouldBeFalse(holder.Tail);
        return holder;
    }

    private async Task<ChildProcess> StartFunctionsAsync(ConcurrentQueue<string> lines)
    {
        var listening = new TaskCompletionSource();
        var functions = await ChildProcess.StartAsync(Program("Chat.Functions") with
        {
            Environment = new Dictionary<string, string?>
            {
                ["ConnectionStrings__redis"] = server.ConnectionString,
                ["Chat__Redis__Prefix"] = _keys.Prefix,
            },
            Output = line =>
            {
                lines.Enqueue(line);
                if (line.Contains("Application started", StringComparison.Ordinal)) listening.TrySetResult();
            },
        });
        await Task.WhenAny(listening.Task, functions.Exit).WaitAsync(Eventually.Limit);
        functions.HasExited.ShouldBeFalse(functions.Tail);
        return functions;
    }

    private static ProcessSpec Program(string name, params string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{name}.dll"), .. arguments]);

    private static IEnumerable<int> Ended(IEnumerable<string> lines) =>
        lines.Select(line => Report().Match(line)).Where(report => report.Success)
            .Select(report => int.Parse(report.Groups[1].ValueSpan, CultureInfo.InvariantCulture));

    private async Task<long> StoredAsync() => await _redis.GetDatabase().SortedSetLengthAsync(_keys.PresenceExpiry);

    private PresenceLeases Leases(int lease = 45_000) => new(
        new RedisCalls(_redis) { Limit = Eventually.Limit }, _keys, Options.Create(new PresenceOptions { Lease = TimeSpan.FromMilliseconds(lease) }));

    private CleanUpPresence Function(List<string> lines) => new(Leases(), new ListLogger(lines));

    [GeneratedRegex("Ended ([0-9]+) leases")]
    private static partial Regex Report();

    private sealed class ListLogger(List<string> lines) : ILogger<CleanUpPresence>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}
