using Chat.Testing.Processes;
using Chat.Testing.Stores;
using Xunit;

namespace Chat.Api.Tests;

/// <summary>One instance of the API over stores of its own, shared by the classes of the collection.</summary>
public sealed class RunningApi : IAsyncLifetime
{
    public const string Collection = "One running API";

    private readonly ChatDatabase _database = new();
    private readonly TestRedis _redis = new();
    private ApiProcess? _api;

    public Uri Address => _api!.Address;

    public async Task InitializeAsync()
    {
        await Task.WhenAll(_database.InitializeAsync(), _redis.InitializeAsync());
        _api = await StartInstanceAsync();
    }

    /// <summary>Another instance over the same stores.</summary>
    public Task<ApiProcess> StartInstanceAsync(params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string?>
        {
            ["Chat__Redis__Prefix"] = _redis.Prefix.TrimEnd(':'),
            ["Chat__Auth__Key"] = "a key of the tests, known to everybody",
            ["Chat__Realtime__HubKey"] = "a hub key of the tests, known to everybody",
        };
        foreach (var (name, value) in settings) environment[name] = value;
        return ApiProcess.StartAsync(_database.ConnectionString, _redis.ConnectionString, environment);
    }

    public async Task DisposeAsync()
    {
        if (_api is not null) await _api.DisposeAsync();
        await _redis.DisposeAsync();
        await _database.DisposeAsync();
    }
}

[CollectionDefinition(RunningApi.Collection)]
public sealed class RunningApiCollection : ICollectionFixture<RunningApi>;
