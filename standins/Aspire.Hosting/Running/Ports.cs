using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Gives every endpoint its port before anything starts, so that a resource can be told of one that starts after it.</summary>
internal static class Ports
{
    public static void Allocate(IEnumerable<IResource> resources)
    {
        foreach (var resource in resources)
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
                endpoint.AllocatedPort = Allocate(resource, endpoint);
    }

    private static int Allocate(IResource resource, EndpointAnnotation endpoint)
    {
        if (endpoint is { Port: { } port, TargetPort: { } target } && port != target)
            throw StandIn.DoesNotCover($"the endpoint '{endpoint.Name}' of '{resource.Name}', whose port differs from its target port: there is no proxy");
        return endpoint.Port ?? endpoint.TargetPort ?? Free();
    }

    private static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
