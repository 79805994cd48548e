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
    public Task<ApiProcess> StartInstanceAsync(params (string Name, string Value)[] settings) =>
        ApiProcess.StartAsync(_database.ConnectionString, _redis.ConnectionString, _redis.Prefix.TrimEnd(':'), settings);

    public async Task DisposeAsync()
    {
        if (_api is not null) await _api.DisposeAsync();
        await _redis.DisposeAsync();
        await _database.DisposeAsync();
    }
}

[CollectionDefinition(RunningApi.Collection)]
public sealed class RunningApiCollection : ICollectionFixture<RunningApi>;
