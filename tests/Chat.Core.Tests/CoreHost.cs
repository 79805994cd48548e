using Chat.Core.Accounts;
using Chat.Core.Redis;
using Chat.Core.Rooms;
using Chat.Core.Store;
using Chat.Core.Transport;
using Chat.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using StackExchange.Redis;

namespace Chat.Core.Tests;

/// <summary>One instance of the product's core over a test database, without doors: several of them are several instances.</summary>
internal sealed class CoreHost : IAsyncDisposable
{
    private readonly IHost _host;

    private CoreHost(IHost host, RecordingTransport transport) => (_host, Transport) = (host, transport);

    public RecordingTransport Transport { get; }

    public static async Task<CoreHost> StartAsync(
        ChatDatabase database, bool relay = false, string redis = "127.0.0.1:1", string prefix = "none", params (string Key, string Value)[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(
            settings.Append(("Chat:Auth:Key", new string('k', 32))).ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2));
        var options = ConfigurationOptions.Parse(redis + ",abortConnect=false,connectTimeout=200,connectRetry=0");
        var transport = new RecordingTransport();
        builder.Services.AddSingleton<IConnectionMultiplexer>(await ConnectionMultiplexer.ConnectAsync(options));
        builder.Services.AddSingleton(new RedisKeys(prefix));
        builder.Services.AddSingleton<RedisCalls>();
        builder.Services.AddSingleton(NpgsqlDataSource.Create(database.ConnectionString));
        builder.Services.AddDbContext<ChatDb>(db =>
        {
            db.UseNpgsql(database.ConnectionString);
            ChatDbOptions.Configure(db);
        });
        builder.Services.AddSingleton<IPasswordHashing, PlainPasswords>();
        builder.Services.AddSingleton<IRealtimeTransport>(transport);
        builder.Services.AddChatCore();
        if (relay) builder.Services.AddOutboxRelay();
        var host = builder.Build();
        await host.StartAsync();
        return new CoreHost(host, transport);
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task<TResult> InScopeAsync<TService, TResult>(Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<Guid> NewUserAsync(string? name = null)
    {
        var result = await InScopeAsync<AccountService, Common.Result<SignedIn>>(
            accounts => accounts.RegisterAsync(name ?? "u" + Guid.NewGuid().ToString("N")[..12], "correct horse", null, null, default));
        return result.Value!.User.Id;
    }

    public async Task<Guid> NewRoomAsync(Guid owner, params Guid[] members)
    {
        var code = "c" + Guid.NewGuid().ToString("N");
        var room = await InScopeAsync<RoomService, Common.Result<Guid>>(rooms => rooms.CreateAsync(owner, "A room", code, default));
        foreach (var member in members)
        {
            await InScopeAsync<RoomService, Common.Result<Guid>>(rooms => rooms.JoinAsync(member, code, Limits.LimitProfile.Standard, default));
        }

        return room.Value;
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await Get<NpgsqlDataSource>().DisposeAsync();
        _host.Dispose();
    }

    // The product's hashing is slow on purpose and is tested where it is.
    private sealed class PlainPasswords : IPasswordHashing
    {
        public string Hash(string password) => "new:" + password;

        public PasswordVerdict Verify(string hash, string password) =>
            hash == "new:" + password ? PasswordVerdict.Right : hash == "old:" + password ? PasswordVerdict.RightButOld : PasswordVerdict.Wrong;
    }
}
