// Stands in for the bases of Azure.Provisioning 1.5.0. The stand-in does not publish: no instance of one is ever made.

using Aspire.Hosting;
using Azure.Provisioning.Primitives;

namespace Azure.Provisioning
{
    public class Infrastructure : Provisionable
    {
        internal Infrastructure() => throw StandIn.DoesNotPublish();
    }
}

namespace Azure.Provisioning.Primitives
{
    public abstract class Provisionable
    {
        internal Provisionable()
        {
        }
    }

    public abstract class ProvisionableConstruct : Provisionable
    {
        internal ProvisionableConstruct()
        {
        }
    }

    public abstract class NamedProvisionableConstruct : ProvisionableConstruct
    {
        internal NamedProvisionableConstruct()
        {
        }
    }

    public abstract class ProvisionableResource : NamedProvisionableConstruct
    {
        internal ProvisionableResource()
        {
        }
    }
}
