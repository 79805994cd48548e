// Stands in for the types of Azure.Provisioning.AppContainers 1.2.0 that a customisation of a container app names. The stand-in does not
// publish, so no customisation is ever called: these compile, and making or touching one throws.

using Aspire.Hosting;
using Azure.Provisioning.Primitives;

namespace Azure.Provisioning.AppContainers;

public class ContainerApp : ProvisionableResource
{
    internal ContainerApp()
    {
    }

    public ContainerAppTemplate Template
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }
}

public class ContainerAppTemplate : ProvisionableConstruct
{
    public ContainerAppTemplate() => throw StandIn.DoesNotPublish();

    public ContainerAppScale Scale
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }

    public BicepList<ContainerAppContainer> Containers
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }

    public BicepList<ContainerAppInitContainer> InitContainers
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }
}

public class ContainerAppScale : ProvisionableConstruct
{
    public ContainerAppScale() => throw StandIn.DoesNotPublish();

    public BicepValue<int> MinReplicas
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }
}

public class ContainerAppContainer : ProvisionableConstruct
{
    public ContainerAppContainer() => throw StandIn.DoesNotPublish();

    public BicepValue<string> Image
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }

    public BicepList<ContainerAppEnvironmentVariable> Env
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }
}

public class ContainerAppInitContainer : ProvisionableConstruct
{
    public ContainerAppInitContainer() => throw StandIn.DoesNotPublish();

    public BicepValue<string> Name
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }

    public BicepValue<string> Image
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }

    public BicepList<ContainerAppEnvironmentVariable> Env
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }

    public BicepList<string> Args
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }
}

public class ContainerAppEnvironmentVariable : ProvisionableConstruct
{
    public ContainerAppEnvironmentVariable() => throw StandIn.DoesNotPublish();
}
