// Stands in for Aspire.Hosting.Azure.Storage 13.5.2: an account has no meaning here, and its emulator's container is refused.

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Azure;

namespace Aspire.Hosting;

public static class AzureStorageExtensions
{
    public static IResourceBuilder<AzureStorageResource> AddAzureStorage(this IDistributedApplicationBuilder builder, string name) =>
        throw StandIn.RunsNoContainer(name);

    public static IResourceBuilder<AzureStorageResource> RunAsEmulator(
        this IResourceBuilder<AzureStorageResource> builder, Action<IResourceBuilder<AzureStorageEmulatorResource>>? configureContainer = null) =>
        throw StandIn.RunsNoContainer(builder.Resource.Name);

    public static IResourceBuilder<AzureQueueStorageResource> AddQueues(this IResourceBuilder<AzureStorageResource> builder, string name) =>
        throw StandIn.DoesNotPublish();
}
