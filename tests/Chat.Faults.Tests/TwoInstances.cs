using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chat.Testing.Processes;
using Chat.Testing.Stores;
using Xunit;

namespace Chat.Faults.Tests;

/// <summary>Two API processes that serve the same rooms, on a database of their own, and an administrator.</summary>
public sealed class TwoInstances : IAsyncLifetime
{
    private const string Key = "for-tests-only-for-tests-only-for-tests-only";
    private readonly TestRedis _redis = new();

    /// <summary>Their database.</summary>
    public ChatDatabase Database { get; } = new();

    /// <summary>The instance that tests do something to.</summary>
    public ApiProcess First { get; private set; } = null!;

    /// <summary>The instance that stays.</summary>
    public ApiProcess Second { get; private set; } = null!;

    /// <summary>The administrator's access token.</summary>
    public string AdminToken { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await Task.WhenAll(Database.InitializeAsync(), _redis.InitializeAsync());
        var settings = new Dictionary<string, string?>
        {
            ["Chat__Auth__Key"] = Key,
            ["Chat__Realtime__HubKey"] = Key,
            ["Chat__Redis__Prefix"] = _redis.Prefix,
            ["Chat__Admins__Usernames"] = "admin",
            ["Chat__Limits__RoomsPerDay"] = "100",
        };
        var instances = await Task.WhenAll(
            ApiProcess.StartAsync(Database.ConnectionString, _redis.ConnectionString, settings),
            ApiProcess.StartAsync(Database.ConnectionString, _redis.ConnectionString, settings));
        (First, Second) = (instances[0], instances[1]);

        using var http = new HttpClient { BaseAddress = Second.Address };
        using var answer = await http.PostAsJsonAsync("/api/v1/auth/register", new { username = "admin", password = "only for tests" });
        if (answer.StatusCode != HttpStatusCode.Created)
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        AdminToken = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!;
    }

    public async Task DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await Database.DisposeAsync();
        await _redis.DisposeAsync();
    }
}
