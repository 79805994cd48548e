using System.Reflection;

namespace Aspire.Hosting.Running;

/// <summary>
/// What the build wrote into the AppHost's assembly (<c>standins/Aspire.AppHost.Sdk</c>): its folder, and the file that each
/// referenced project was built to.
/// </summary>
internal static class BuiltProjects
{
    private const string Directory = "apphostprojectpath";
    private const string Output = "apphostprojectoutput:";

    /// <summary>The folder of the AppHost's project; null when the process is no AppHost.</summary>
    public static string? AppHostDirectory => Find(Directory);

    /// <summary>The assembly that a project was built to, at the full path of its project file.</summary>
    /// <exception cref="DistributedApplicationException">The AppHost does not reference the project.</exception>
    public static string AssemblyOf(string projectPath) => Find(Output + projectPath)
        ?? throw new DistributedApplicationException($"The AppHost was not built with a reference to {projectPath}.");

    private static string? Find(string key) => Assembly.GetEntryAssembly()?.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == key)?.Value;
}
