// Stands in for the types of Azure.Provisioning.AppContainers 1.2.0 that a customisation of a container app names. The stand-in does not
// publish, so no customisation is ever called: these compile, and making one throws.

using Aspire.Hosting;

namespace Azure.Provisioning.AppContainers;

public class ContainerApp
{
    internal ContainerApp()
    {
    }

    public ContainerAppTemplate Template => throw StandIn.DoesNotPublish();
}

public class ContainerAppTemplate
{
    internal ContainerAppTemplate()
    {
    }

    public ContainerAppScale Scale => throw StandIn.DoesNotPublish();

    public BicepList<ContainerAppContainer> Containers => throw StandIn.DoesNotPublish();

    public BicepList<ContainerAppInitContainer> InitContainers => throw StandIn.DoesNotPublish();
}

public class ContainerAppScale
{
    internal ContainerAppScale()
    {
    }

    public BicepValue<int> MinReplicas
    {
        get => throw StandIn.DoesNotPublish();
        set => throw StandIn.DoesNotPublish();
    }
}

public class ContainerAppContainer
{
    internal ContainerAppContainer()
    {
    }

    public BicepValue<string> Image => throw StandIn.DoesNotPublish();

    public BicepList<ContainerAppEnvironmentVariable> Env => throw StandIn.DoesNotPublish();
}

public class ContainerAppInitContainer
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

    public BicepList<string> Args => throw StandIn.DoesNotPublish();
}

public class ContainerAppEnvironmentVariable
{
    internal ContainerAppEnvironmentVariable()
    {
    }
}
