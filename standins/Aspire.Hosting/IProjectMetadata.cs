using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Which project a resource is. The build generates one class for each project that the AppHost references.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    string ProjectPath { get; }

    bool SuppressBuild => false;
}
