using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A Postgres container, which the stand-in does not run.</summary>
    public class PostgresServerResource : ContainerResource
    {
        internal PostgresServerResource(string name)
            : base(name)
        {
        }
    }
}

namespace Aspire.Hosting
{
    // Stands in for Aspire.Hosting.PostgreSQL 13.5.2: the source of an AppHost compiles, the containers are refused.
    public static class PostgresBuilderExtensions
    {
        public static IResourceBuilder<PostgresServerResource> AddPostgres(
            this IDistributedApplicationBuilder builder,
            string name,
            IResourceBuilder<ParameterResource>? userName = null,
            IResourceBuilder<ParameterResource>? password = null,
            int? port = null) =>
            throw StandIn.RunsNoContainer(name);

        public static IResourceBuilder<PostgresServerResource> WithDataVolume(
            this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) =>
            throw StandIn.RunsNoContainer(builder.Resource.Name);
    }
}
