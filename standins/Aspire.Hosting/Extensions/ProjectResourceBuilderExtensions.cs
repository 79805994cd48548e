using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting;

public static class ProjectResourceBuilderExtensions
{
    /// <summary>Adds a project with the first launch profile that starts it, if it has one.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var project = new TProject();
        return builder.AddProject(new ProjectResource(name), project, LaunchSettings.Default(project.ProjectPath));
    }

    /// <summary>Adds a project with a launch profile, or with none at all when its name is null.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(
        this IDistributedApplicationBuilder builder, string name, string? launchProfileName)
        where TProject : IProjectMetadata, new()
    {
        var project = new TProject();
        return builder.AddProject(
            new ProjectResource(name), project, launchProfileName is null ? null : LaunchSettings.Named(project.ProjectPath, launchProfileName));
    }

    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) =>
        replicas == 1 ? builder : throw StandIn.DoesNotCover("replicas, which need a proxy before them: add each instance as a resource of its own");

    private static IResourceBuilder<ProjectResource> AddProject(
        this IDistributedApplicationBuilder builder, ProjectResource resource, IProjectMetadata metadata, LaunchProfile? profile)
    {
        var project = builder.AddResource(resource).WithAnnotation(metadata).WithEnvironment(context =>
        {
            var endpoints = resource.Annotations.OfType<EndpointAnnotation>().ToArray();
            if (endpoints.Length > 0)
                context.EnvironmentVariables.TryAdd(
                    "ASPNETCORE_URLS", string.Join(';', endpoints.Select(endpoint => resource.GetEndpoint(endpoint.Name).Url)));
            context.EnvironmentVariables.TryAdd("OTEL_SERVICE_NAME", resource.Name);
        });
        return profile is null ? project : project.WithLaunchProfile(profile);
    }

    private static IResourceBuilder<ProjectResource> WithLaunchProfile(this IResourceBuilder<ProjectResource> project, LaunchProfile profile)
    {
        foreach (var url in profile.Urls)
            project.WithEndpoint(url.Scheme, endpoint =>
            {
                endpoint.UriScheme = url.Scheme;
                endpoint.Port = url.Port;
                endpoint.TargetHost = url.Host;
            });

        return project.WithEnvironment(context =>
        {
            context.EnvironmentVariables.TryAdd("DOTNET_LAUNCH_PROFILE", profile.Name);
            foreach (var (name, value) in profile.EnvironmentVariables)
                context.EnvironmentVariables.TryAdd(name, System.Environment.ExpandEnvironmentVariables(value));
        });
    }
}
