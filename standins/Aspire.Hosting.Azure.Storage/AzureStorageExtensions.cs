// Stands in for Aspire.Hosting.Azure.Storage 13.5.2: an account exists only in publish mode, which the stand-in does not have.

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Azure;

namespace Aspire.Hosting;

public static class AzureStorageExtensions
{
    public static IResourceBuilder<AzureStorageResource> AddAzureStorage(this IDistributedApplicationBuilder builder, string name) =>
        throw StandIn.DoesNotPublish();

    public static IResourceBuilder<AzureQueueStorageResource> AddQueues(this IResourceBuilder<AzureStorageResource> builder, string name) =>
        throw StandIn.DoesNotPublish();
}
