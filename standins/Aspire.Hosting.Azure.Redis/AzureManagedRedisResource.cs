using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Azure;

public class AzureManagedRedisResource : AzureProvisioningResource, IResourceWithConnectionString
{
    internal AzureManagedRedisResource(string name)
        : base(name)
    {
    }

    public ReferenceExpression ConnectionStringExpression => throw StandIn.DoesNotPublish();
}
