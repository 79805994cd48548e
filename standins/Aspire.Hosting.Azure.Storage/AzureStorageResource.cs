using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Azure;

public class AzureStorageResource : AzureProvisioningResource, IResourceWithEndpoints
{
    internal AzureStorageResource(string name)
        : base(name)
    {
    }
}

public class AzureStorageEmulatorResource : ContainerResource
{
    internal AzureStorageEmulatorResource(string name)
        : base(name)
    {
    }
}

public class AzureQueueStorageResource : Resource, IResourceWithConnectionString, IResourceWithAzureFunctionsConfig
{
    internal AzureQueueStorageResource(string name)
        : base(name)
    {
    }

    public ReferenceExpression ConnectionStringExpression => throw StandIn.DoesNotPublish();

    void IResourceWithAzureFunctionsConfig.ApplyAzureFunctionsConfiguration(IDictionary<string, object> target, string connectionName) =>
        throw StandIn.DoesNotPublish();
}
