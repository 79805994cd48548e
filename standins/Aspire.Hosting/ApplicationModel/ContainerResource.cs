namespace Aspire.Hosting.ApplicationModel;

/// <summary>A container. The stand-in runs none; the type is here for the resources that derive from it.</summary>
public class ContainerResource
    : Resource, IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport, IResourceWithProbes, IComputeResource
{
    internal ContainerResource(string name)
        : base(name)
    {
    }
}
