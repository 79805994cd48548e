// Stands in for Aspire.Hosting.Azure 13.5.2. Nothing of Azure exists in run mode without a container, and the stand-in does not
// publish: the resources are types that an AppHost's source compiles against, and no instance of one is ever made.

using Aspire.Hosting.ApplicationModel;
using Azure.Provisioning;

namespace Aspire.Hosting.Azure;

public class AzureBicepResource : Resource
{
    internal AzureBicepResource(string name)
        : base(name)
    {
    }
}

public class AzureProvisioningResource : AzureBicepResource
{
    internal AzureProvisioningResource(string name)
        : base(name)
    {
    }
}

/// <summary>What a customisation of a deployed resource is handed.</summary>
public sealed class AzureResourceInfrastructure : Infrastructure
{
    internal AzureResourceInfrastructure()
    {
    }
}

public interface IResourceWithAzureFunctionsConfig : IResource
{
    void ApplyAzureFunctionsConfiguration(IDictionary<string, object> target, string connectionName);
}
