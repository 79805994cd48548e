using Chat.Api.Tests.Upstream;
using Chat.Api.Transport;
using Chat.Api.Upstream;
using Chat.Core.Redis;
using Chat.LocalHub.Operations;
using Chat.Specs;
using Chat.Testing.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Chat.Api.Tests.Transport;

/// <summary>The part of the API that serves sockets, on a free port and with a real Redis, with the rooms that a test says.</summary>
public class RealtimeApp : TestRedis
{
    /// <summary>The key that signs everything here.</summary>
    public const string HubKey = "a key for tests that is long enough to be one";

    private WebApplication? _app;
    private ConnectionMultiplexer? _redis;

    internal IServiceProvider Services => _app!.Services;

    internal FakeSocketRooms Rooms { get; } = new();

    internal EchoEvent Echo { get; } = new();

    /// <summary><c>http://127.0.0.1:port</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The same for sockets.</summary>
    public Uri Origin => new UriBuilder(Address) { Scheme = "ws" }.Uri;

    protected virtual Dictionary<string, string?> Settings => [];

    protected virtual void Change(IServiceCollection services)
    {
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _redis = await ConnectionMultiplexer.ConnectAsync(ConnectionString);

        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection([new("Chat:Realtime:HubKey", HubKey), new("Chat:Redis:Prefix", Prefix.TrimEnd(':')), .. Settings]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IConnectionMultiplexer>(_redis);
        builder.Services.AddSingleton(new RedisKeys(Prefix.TrimEnd(':')));
        builder.Services.AddSingleton(new RedisCalls(_redis) { Limit = Eventually.Limit });
        builder.AddRealtime();
        builder.Services.Replace(ServiceDescriptor.Singleton<ISocketEvent>(Echo));
        builder.Services.Replace(ServiceDescriptor.Singleton<ISocketRooms>(Rooms));
        builder.Services.AddAuthorization();
        Change(builder.Services);

        _app = builder.Build();
        _app.UseWebSockets();
        _app.MapRealtime();
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());

        // A node that just started does not know yet who else is there, and says so instead of guessing.
        if (Services.GetService<HubService>() is { } hub)
            await Eventually.TrueAsync(() => new(hub.IsBackplaneUp), "the hub knows its nodes");
    }

    public override async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _redis!.CloseAsync();
        await base.DisposeAsync();
    }
}
