// Stands in for Aspire.Hosting.Azure.AppContainers 13.5.2: container apps exist only in publish mode, which the stand-in does not have.

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Azure;
using Aspire.Hosting.Azure.AppContainers;
using Azure.Provisioning.AppContainers;

namespace Aspire.Hosting
{
    public static class AzureContainerAppExtensions
    {
        public static IResourceBuilder<AzureContainerAppEnvironmentResource> AddAzureContainerAppEnvironment(
            this IDistributedApplicationBuilder builder, string name) =>
            throw StandIn.DoesNotPublish();

        public static IResourceBuilder<AzureContainerAppEnvironmentResource> WithAzdResourceNaming(
            this IResourceBuilder<AzureContainerAppEnvironmentResource> builder) =>
            throw StandIn.DoesNotPublish();
    }

    public static class AzureContainerAppProjectExtensions
    {
        public static IResourceBuilder<T> PublishAsAzureContainerApp<T>(
            this IResourceBuilder<T> project, Action<AzureResourceInfrastructure, ContainerApp> configure)
            where T : ProjectResource =>
            project;
    }
}

namespace Aspire.Hosting.Azure.AppContainers
{
    public class AzureContainerAppEnvironmentResource : AzureProvisioningResource
    {
        internal AzureContainerAppEnvironmentResource(string name)
            : base(name)
        {
        }
    }
}
