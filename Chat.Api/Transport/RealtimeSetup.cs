using Chat.Api.Messages;
using Chat.Api.Upstream;
using Chat.Api.Upstream.WebPubSub;
using Chat.Core.Presence;
using Chat.Core.Redis;
using Chat.Core.Transport;
using Chat.LocalHub;
using Chat.LocalHub.Events;
using Microsoft.Extensions.Options;

namespace Chat.Api.Transport;

/// <summary>Puts the sockets into the application: the transport that the configuration names, the door behind it, and presence.</summary>
internal static class RealtimeSetup
{
    private const string LocalHubSection = $"{RealtimeOptions.Section}:LocalHub";

    public static void AddRealtime(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<RealtimeOptions>, RealtimeOptionsCheck>();
        services.AddOptions<RealtimeOptions>().BindConfiguration(RealtimeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PresenceOptions>().BindConfiguration(PresenceOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        services.AddSingleton<PresenceLeases>();
        services.AddSingleton<ISocketRooms, StoredSocketRooms>();
        services.AddSingleton<RoomGroups>();
        services.AddSingleton<SocketDoor>();
        services.AddSingleton<SocketPresence>();
        services.AddSingleton<SocketTickets>();
        services.AddSingleton<UsedTickets>();
        services.AddSingleton<ISocketEvent, SendMessageEvent>();

        if (IsAzure(builder.Configuration)) services.AddWebPubSub();
        else services.AddHub(builder.Configuration);
    }

    public static void MapRealtime(this WebApplication app)
    {
        if (IsAzure(app.Configuration)) app.MapWebPubSubUpstream();
        else app.MapLocalHub().AllowAnonymous();
    }

    private static void AddHub(this IServiceCollection services, ConfigurationManager configuration)
    {
        // The hub has a section of its own; its name, its key and its place in Redis are the product's.
        var realtime = configuration.GetSection(RealtimeOptions.Section).Get<RealtimeOptions>() ?? new RealtimeOptions();
        var section = new ConfigurationBuilder()
            .AddConfiguration(configuration.GetSection(LocalHubSection))
            .AddInMemoryCollection(
            [
                new(nameof(HubOptions.Hub), realtime.Hub),
                new(nameof(HubOptions.AccessKey), realtime.HubKey),
                new($"{nameof(HubOptions.Backplane)}:{nameof(BackplaneOptions.Prefix)}", configuration["Chat:Redis:Prefix"] ?? new RedisKeys().Prefix),
            ])
            .Build();
        services.AddSingleton<IHubEvents, LocalHubEvents>();
        services.AddSingleton<IRealtimeTransport, LocalHubTransport>();
        services.AddLocalHub(section);
        services.AddLocalHubRedisBackplane();
    }

    private static void AddWebPubSub(this IServiceCollection services)
    {
        services.AddSingleton(provider => ServiceConnection.Parse(
            provider.GetRequiredService<IOptions<RealtimeOptions>>().Value.ConnectionString
            ?? provider.GetRequiredService<IConfiguration>().GetConnectionString(RealtimeOptions.ConnectionName)!));
        services.AddSingleton(provider => WebPubSubTransport.Connect(
            provider.GetRequiredService<ServiceConnection>(), provider.GetRequiredService<IOptions<RealtimeOptions>>().Value));
        services.AddSingleton<IRealtimeTransport, WebPubSubTransport>();
        services.AddSingleton<SenderProof>();
        services.AddSingleton<WebPubSubUpstream>();
    }

    private static bool IsAzure(IConfiguration configuration) =>
        configuration.GetValue<RealtimeTransport>($"{RealtimeOptions.Section}:{nameof(RealtimeOptions.Transport)}") == RealtimeTransport.AzureWebPubSub;
}
