// Stands in for Aspire.Hosting.Azure.PostgreSQL 13.5.2: a managed server has no meaning here, and its container is refused.

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Azure;

namespace Aspire.Hosting;

public static class AzurePostgresExtensions
{
    public static IResourceBuilder<AzurePostgresFlexibleServerResource> AddAzurePostgresFlexibleServer(
        this IDistributedApplicationBuilder builder, string name) =>
        throw StandIn.RunsNoContainer(name);

    public static IResourceBuilder<AzurePostgresFlexibleServerResource> WithPasswordAuthentication(
        this IResourceBuilder<AzurePostgresFlexibleServerResource> builder,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null) =>
        throw StandIn.RunsNoContainer(builder.Resource.Name);

    public static IResourceBuilder<AzurePostgresFlexibleServerResource> RunAsContainer(
        this IResourceBuilder<AzurePostgresFlexibleServerResource> builder,
        Action<IResourceBuilder<PostgresServerResource>>? configureContainer = null) =>
        throw StandIn.RunsNoContainer(builder.Resource.Name);

    public static IResourceBuilder<AzurePostgresFlexibleServerDatabaseResource> AddDatabase(
        this IResourceBuilder<AzurePostgresFlexibleServerResource> builder, string name, string? databaseName = null) =>
        throw StandIn.RunsNoContainer(builder.Resource.Name);
}
