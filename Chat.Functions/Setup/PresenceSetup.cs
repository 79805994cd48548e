using Chat.Core.Presence;
using Chat.Core.Redis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Chat.Functions.Setup;

/// <summary>Redis (the connection <c>redis</c>) and the leases in it.</summary>
internal static class PresenceSetup
{
    public static void AddPresence(this IHostApplicationBuilder builder)
    {
        builder.AddRedisClient("redis", configureOptions: options => options.AbortOnConnectFail = false);
        builder.Services.AddOptions<PresenceOptions>().BindConfiguration(PresenceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(new RedisKeys(builder.Configuration["Chat:Redis:Prefix"] ?? "chat"));
        builder.Services.AddSingleton<RedisCalls>();
        builder.Services.AddSingleton<PresenceLeases>();
    }
}
