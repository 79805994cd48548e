// Stands in for Aspire.Hosting.Azure.Functions 13.5.2, which runs a project in the Functions host (func). The stand-in has no such host:
// a project that hosts its triggers itself is added with AddProject, and this is for publish mode, which the stand-in does not have.

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Azure;

namespace Aspire.Hosting
{
    public static class AzureFunctionsProjectResourceExtensions
    {
        public static IResourceBuilder<AzureFunctionsProjectResource> AddAzureFunctionsProject<TProject>(
            this IDistributedApplicationBuilder builder, string name)
            where TProject : IProjectMetadata, new() =>
            throw StandIn.DoesNotCover("the Functions host");

        public static IResourceBuilder<AzureFunctionsProjectResource> WithHostStorage(
            this IResourceBuilder<AzureFunctionsProjectResource> builder, IResourceBuilder<AzureStorageResource> storage) =>
            throw StandIn.DoesNotCover("the Functions host");

        public static IResourceBuilder<AzureFunctionsProjectResource> WithReference<TSource>(
            this IResourceBuilder<AzureFunctionsProjectResource> destination, IResourceBuilder<TSource> source, string? connectionName = null)
            where TSource : IResourceWithConnectionString, IResourceWithAzureFunctionsConfig =>
            throw StandIn.DoesNotCover("the Functions host");
    }
}

namespace Aspire.Hosting.Azure
{
    public class AzureFunctionsProjectResource : ProjectResource
    {
        internal AzureFunctionsProjectResource(string name)
            : base(name)
        {
        }
    }
}
