using Chat.Core.Accounts;
using Chat.Core.Limits;
using Chat.Core.Log;
using Chat.Core.Messages;
using Chat.Core.Outbox;
using Chat.Core.Rooms;
using Chat.Core.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Chat.Core;

/// <summary>Puts Core's services together. The host brings the database, Redis, the transport and the password hashing.</summary>
public static class ChatCore
{
    /// <summary>The services that requests use.</summary>
    public static IServiceCollection AddChatCore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<AuthOptions>().BindConfiguration(AuthOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LogOptions>().BindConfiguration(LogOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        services.AddSingleton<StoreEpoch>();
        services.AddSingleton<RefreshTokens>();
        services.AddSingleton<LogReader>();
        services.AddSingleton<LogWake>();
        services.AddSingleton<SendRates>();
        services.AddSingleton<MessageService>();
        services.AddSingleton<RoomLog>();
        services.AddHostedService(provider => provider.GetRequiredService<RoomLog>());
        services.AddHostedService<LogWakeSubscription>();

        services.AddScoped<AccountQueries>();
        services.AddScoped<AccountService>();
        services.AddScoped<ImportService>();
        services.AddScoped<RoomAccess>();
        services.AddScoped<RoomQueries>();
        services.AddScoped<RoomService>();
        return services;
    }

    /// <summary>The relay, in every process that can reach the transport.</summary>
    public static IServiceCollection AddOutboxRelay(this IServiceCollection services)
    {
        services.AddOptions<RelayOptions>().BindConfiguration(RelayOptions.Section);
        services.AddSingleton<OutboxReader>();
        services.AddSingleton<FactTeller>();
        services.AddSingleton<PartitionLeases>();
        services.AddHostedService<LeaseRenewal>();
        services.AddHostedService<OutboxRelay>();
        return services;
    }
}
