// Stands in for Aspire.Hosting.JavaScript 13.5.2: Vite's development server by npm.

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.JavaScript;

namespace Aspire.Hosting;

public static class JavaScriptHostingExtensions
{
    /// <summary>Adds a Vite application: <c>npm run {script} -- --port {port}</c>, after <c>npm install</c>.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="appDirectory">The folder of its package.json, from the AppHost's folder.</param>
    /// <param name="runScriptName">The script that serves it.</param>
    public static IResourceBuilder<ViteAppResource> AddViteApp(
        this IDistributedApplicationBuilder builder, string name, string appDirectory, string runScriptName = "dev")
    {
        var resource = new ViteAppResource(name, "npm", Path.GetFullPath(appDirectory, builder.AppHostDirectory));
        return builder.AddResource(resource)
            .WithHttpEndpoint(env: "PORT")
            .WithEnvironment("NODE_ENV", "development")
            .WithArgs(context =>
            {
                foreach (var arg in new object[] { "run", runScriptName, "--", "--port", resource.GetEndpoint("http").Property(EndpointProperty.TargetPort) })
                    context.Args.Add(arg);
            })
            .WithNpm();
    }

    /// <summary>Says whether, and how, npm installs the packages first.</summary>
    public static IResourceBuilder<TResource> WithNpm<TResource>(
        this IResourceBuilder<TResource> resource, bool install = true, string? installCommand = null, string[]? installArgs = null)
        where TResource : JavaScriptAppResource
    {
        var application = resource.ApplicationBuilder;
        var name = $"{resource.Resource.Name}-installer";
        if (application.Resources.FirstOrDefault(other => other.Name == name) is { } known)
        {
            application.Resources.Remove(known);
            foreach (var wait in resource.Resource.Annotations.OfType<WaitAnnotation>().Where(wait => wait.Resource == known).ToArray())
                resource.Resource.Annotations.Remove(wait);
        }

        if (!install)
            return resource;

        var installer = application.AddResource(new JavaScriptInstallerResource(name, resource.Resource.WorkingDirectory))
            .WithArgs([installCommand ?? "install", .. installArgs ?? []]);
        return resource.WithAnnotation(new WaitAnnotation(installer.Resource, WaitType.Completion));
    }
}
