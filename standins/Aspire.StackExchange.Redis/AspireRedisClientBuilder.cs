using Microsoft.Extensions.Hosting;

namespace Aspire.StackExchange.Redis;

/// <summary>What further integrations on one Redis connection build on.</summary>
/// <param name="hostBuilder">The host that services are added to.</param>
/// <param name="settings">The settings of this connection.</param>
/// <param name="serviceKey">The key under which the connection is registered; null when it has none.</param>
public sealed class AspireRedisClientBuilder(IHostApplicationBuilder hostBuilder, StackExchangeRedisSettings settings, string? serviceKey)
{
    /// <summary>The host that services are added to.</summary>
    public IHostApplicationBuilder HostBuilder { get; } = hostBuilder ?? throw new ArgumentNullException(nameof(hostBuilder));

    /// <summary>The settings of this connection.</summary>
    public StackExchangeRedisSettings Settings { get; } = settings;

    /// <summary>The key under which the connection is registered; null when it has none.</summary>
    public string? ServiceKey { get; } = serviceKey;
}
