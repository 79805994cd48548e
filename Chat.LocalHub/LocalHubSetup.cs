using Chat.LocalHub.Backplane;
using Chat.LocalHub.Backplane.Redis;
using Chat.LocalHub.Connections;
using Chat.LocalHub.Events;
using Chat.LocalHub.Handshake;
using Chat.LocalHub.Operations;
using Chat.LocalHub.RestApi;
using Chat.LocalHub.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chat.LocalHub;

/// <summary>Puts the hub into a host: <c>services.AddLocalHub(section)</c> and <c>app.MapLocalHub()</c>.</summary>
public static class LocalHubSetup
{
    /// <summary>
    /// Adds the hub, on one node. The application's <see cref="IHubEvents"/> is a singleton that the host registers itself; without
    /// one every connection with a good token is accepted and events are refused.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The section of <see cref="HubOptions"/>.</param>
    public static IServiceCollection AddLocalHub(this IServiceCollection services, IConfiguration section)
    {
        services.AddMetrics();

        // The server's own request log writes the query at Information, and clients carry their token there.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        services.AddSingleton<IValidateOptions<HubOptions>, HubOptionsCheck>();
        services.AddOptions<HubOptions>().Bind(section).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IHubEvents, NoHubEvents>();
        services.TryAddSingleton<IHubBackplane, MemoryBackplane>();

        services.AddSingleton<HubMetrics>();
        services.AddSingleton<HubKeys>();
        services.AddSingleton<TokenValidator>();
        services.AddSingleton(provider => new ClientTokens(
            provider.GetRequiredService<HubKeys>(), provider.GetRequiredService<IOptions<HubOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LocalNode>();
        services.AddSingleton(provider => new HubService(provider.GetRequiredService<LocalNode>(), provider.GetRequiredService<IHubBackplane>()));
        services.AddSingleton<ApplicationCalls>();
        services.AddSingleton<ClientFrames>();
        services.AddSingleton<OriginCheck>();
        services.AddSingleton<ConnectionHost>();
        services.AddSingleton<ClientEndpoint>();
        services.AddSingleton<RestEndpoint>();

        services.AddSingleton<HubLifetime>();
        services.AddHostedService(provider => provider.GetRequiredService<HubLifetime>());
        services.AddHostedService<BackplaneService>();
        services.AddHostedService<Heartbeat>();
        services.AddHostedService<AliveReports>();
        return services;
    }

    /// <summary>
    /// Makes the hub one of several nodes. The host has an <c>IConnectionMultiplexer</c> with <c>abortConnect=false</c>; the hub starts
    /// and serves its own connections whether or not Redis is there.
    /// </summary>
    /// <param name="services">The host's services, with the hub in them.</param>
    public static IServiceCollection AddLocalHubRedisBackplane(this IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<IHubBackplane, RedisBackplane>());

    /// <summary>Maps the hub's addresses: connections, REST data plane and health.</summary>
    /// <param name="routes">The application, or a group of its routes.</param>
    public static IEndpointConventionBuilder MapLocalHub(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ExcludeFromDescription();
        group.Map("/client/hubs/{hub}", (HttpContext context, string hub, ClientEndpoint endpoint) => endpoint.HandleAsync(context, hub));
        group.Map("/client", (HttpContext context, ClientEndpoint endpoint) => endpoint.HandleAsync(context, context.Request.Query["hub"]));
        group.Map("/api/hubs/{hub}/{**operation}", (HttpContext context, string hub, RestEndpoint endpoint) => endpoint.HandleAsync(context, hub));
        group.MapMethods("/api/health", [HttpMethods.Get, HttpMethods.Head], () => Results.Ok());
        return group;
    }
}
