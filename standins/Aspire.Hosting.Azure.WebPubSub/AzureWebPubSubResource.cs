using Aspire.Hosting.Azure;

namespace Aspire.Hosting.ApplicationModel;

public class AzureWebPubSubResource : AzureProvisioningResource, IResourceWithConnectionString
{
    internal AzureWebPubSubResource(string name)
        : base(name)
    {
    }

    public ReferenceExpression ConnectionStringExpression => throw StandIn.DoesNotPublish();
}

public class AzureWebPubSubHubResource : Resource, IResourceWithConnectionString
{
    internal AzureWebPubSubHubResource(string name)
        : base(name)
    {
    }

    public ReferenceExpression ConnectionStringExpression => throw StandIn.DoesNotPublish();
}
