using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

public interface IResourceWithContainerFiles : IResource;
