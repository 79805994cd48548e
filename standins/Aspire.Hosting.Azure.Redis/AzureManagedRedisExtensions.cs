// Stands in for Aspire.Hosting.Azure.Redis 13.5.2: a managed server has no meaning here, and its container is refused.

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Azure;

namespace Aspire.Hosting;

public static class AzureManagedRedisExtensions
{
    public static IResourceBuilder<AzureManagedRedisResource> AddAzureManagedRedis(this IDistributedApplicationBuilder builder, string name) =>
        throw StandIn.RunsNoContainer(name);

    public static IResourceBuilder<AzureManagedRedisResource> WithAccessKeyAuthentication(this IResourceBuilder<AzureManagedRedisResource> builder) =>
        throw StandIn.RunsNoContainer(builder.Resource.Name);

    public static IResourceBuilder<AzureManagedRedisResource> RunAsContainer(
        this IResourceBuilder<AzureManagedRedisResource> builder, Action<IResourceBuilder<RedisResource>>? configureContainer = null) =>
        throw StandIn.RunsNoContainer(builder.Resource.Name);
}
