using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A Redis container, which the stand-in does not run.</summary>
    public class RedisResource : ContainerResource
    {
        internal RedisResource(string name)
            : base(name)
        {
        }
    }
}

namespace Aspire.Hosting
{
    // Stands in for Aspire.Hosting.Redis 13.5.2: the source of an AppHost compiles, the containers are refused.
    public static class RedisBuilderExtensions
    {
        public static IResourceBuilder<RedisResource> AddRedis(
            this IDistributedApplicationBuilder builder,
            string name,
            int? port = null,
            IResourceBuilder<ParameterResource>? password = null) =>
            throw StandIn.RunsNoContainer(name);

        public static IResourceBuilder<RedisResource> WithDataVolume(
            this IResourceBuilder<RedisResource> builder, string? name = null, bool isReadOnly = false) =>
            throw StandIn.RunsNoContainer(builder.Resource.Name);
    }
}
