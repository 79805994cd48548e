using Chat.LocalHub.Connections;
using Chat.LocalHub.Events;
using Chat.LocalHub.Operations;
using Chat.LocalHub.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using IServer = Microsoft.AspNetCore.Hosting.Server.IServer;

namespace Chat.LocalHub.Tests.Fixtures;

/// <summary>A hub in a real Kestrel host on a free port.</summary>
public sealed class TestHub : IAsyncDisposable
{
    public const string PrimaryKey = "primary-key-of-the-tests-0123456789abcdef";
    public const string SecondaryKey = "secondary-key-of-the-tests-0123456789abcd";

    private readonly WebApplication _app;
    private readonly IConnectionMultiplexer? _redis;

    private TestHub(WebApplication app, IConnectionMultiplexer? redis)
    {
        _app = app;
        _redis = redis;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary><c>http://127.0.0.1:port</c>.</summary>
    public Uri Address { get; }

    public HubService Service => _app.Services.GetRequiredService<HubService>();

    public ClientTokens Tokens => _app.Services.GetRequiredService<ClientTokens>();

    internal LocalNode Node => _app.Services.GetRequiredService<LocalNode>();

    /// <summary>Starts a hub.</summary>
    /// <param name="events">The application; null for none.</param>
    /// <param name="settings">Settings by key, such as <c>IdleTimeout</c>; the access keys are set.</param>
    /// <param name="redis">A Redis that makes it one of several nodes.</param>
    /// <param name="logs">Gets what the host logs.</param>
    public static async Task<TestHub> StartAsync(
        IHubEvents? events = null, Dictionary<string, string?>? settings = null, string? redis = null, ILoggerProvider? logs = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (logs is not null)
            builder.Logging.AddProvider(logs);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AccessKey"] = PrimaryKey, ["SecondaryAccessKey"] = SecondaryKey });
        builder.Configuration.AddInMemoryCollection(settings ?? []);

        if (events is not null)
            builder.Services.AddSingleton(events);
        builder.Services.AddLocalHub(builder.Configuration);
        var connection = redis is null ? null : await ConnectionMultiplexer.ConnectAsync(redis);
        if (connection is not null)
            builder.Services.AddSingleton<IConnectionMultiplexer>(connection).AddLocalHubRedisBackplane();

        var app = builder.Build();
        app.MapLocalHub();
        await app.StartAsync();
        return new TestHub(app, connection);
    }

    /// <summary>A token that opens connections, for a user with roles and groups.</summary>
    public string Token(string? userId = null, string[]? roles = null, string[]? groups = null) =>
        Tokens.Create(new ClientToken { UserId = userId, Roles = roles ?? [], Groups = groups ?? [] });

    /// <summary>Opens a connection and reads its first frame.</summary>
    public async Task<HubSocket> ConnectAsync(string? userId = null, string[]? roles = null, string[]? groups = null) =>
        await HubSocket.ConnectAsync(Address, Token(userId, roles, groups));

    /// <summary>Opens a connection that may do everything to groups.</summary>
    public Task<HubSocket> ConnectWithRolesAsync(string? userId = null, params string[] groups) =>
        ConnectAsync(userId, ["webpubsub.joinLeaveGroup", "webpubsub.sendToGroup"], groups);

    /// <summary>Stops the host as a signal would.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _redis?.Dispose();
    }
}
