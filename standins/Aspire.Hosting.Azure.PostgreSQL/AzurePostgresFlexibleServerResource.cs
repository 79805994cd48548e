using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Azure;

public class AzurePostgresFlexibleServerResource : AzureProvisioningResource
{
    internal AzurePostgresFlexibleServerResource(string name)
        : base(name)
    {
    }
}

public class AzurePostgresFlexibleServerDatabaseResource : Resource, IResourceWithConnectionString
{
    internal AzurePostgresFlexibleServerDatabaseResource(string name)
        : base(name)
    {
    }

    public ReferenceExpression ConnectionStringExpression => throw StandIn.DoesNotPublish();
}
