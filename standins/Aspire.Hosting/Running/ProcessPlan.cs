using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>What is started for a resource, with every value known.</summary>
internal sealed record ProcessPlan(
    string Command, IReadOnlyList<string> Args, string WorkingDirectory, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Not handed down to a resource: they are the AppHost's own. The real engine keeps the same ones to itself.</summary>
    private static readonly string[] NotInherited = ["ASPNETCORE_URLS", "DOTNET_LAUNCH_PROFILE", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    /// <exception cref="DistributedApplicationException">A value that it needs is missing.</exception>
    public static async Task<ProcessPlan> MakeAsync(IResource resource, DistributedApplicationExecutionContext execution, CancellationToken cancellation)
    {
        var (command, first, directory) = Program(resource);
        var args = await ArgsAsync(resource, cancellation);
        return new ProcessPlan(command, [.. first, .. args], directory, await EnvironmentAsync(resource, execution, cancellation));
    }

    private static (string Command, string[] First, string Directory) Program(IResource resource)
    {
        if (resource is ExecutableResource executable)
            return (executable.Command, [], executable.WorkingDirectory);

        // What the AppHost's own build made. A project runs in its folder, where its settings are.
        var project = resource.Annotations.OfType<IProjectMetadata>().Single();
        return ("dotnet", [BuiltProjects.AssemblyOf(project.ProjectPath)], Path.GetDirectoryName(project.ProjectPath)!);
    }

    private static async Task<List<string>> ArgsAsync(IResource resource, CancellationToken cancellation)
    {
        var context = new CommandLineArgsCallbackContext(resource, cancellation);
        foreach (var annotation in resource.Annotations.OfType<ArgsAnnotation>())
            await annotation.Callback(context);

        var args = new List<string>();
        foreach (var arg in context.Args)
            args.Add(await TextAsync(arg, cancellation));
        return args;
    }

    private static async Task<Dictionary<string, string>> EnvironmentAsync(
        IResource resource, DistributedApplicationExecutionContext execution, CancellationToken cancellation)
    {
        var context = new EnvironmentCallbackContext(execution, resource, cancellation);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentAnnotation>())
            await annotation.Callback(context);

        var environment = Inherited();
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.PortVariable is not null))
            environment[endpoint.PortVariable!] = endpoint.AllocatedPort!.Value.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in context.EnvironmentVariables)
            environment[name] = await TextAsync(value, cancellation);
        return environment;
    }

    private static Dictionary<string, string> Inherited()
    {
        var environment = new Dictionary<string, string>();
        foreach (System.Collections.DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
            environment[(string)variable.Key] = (string?)variable.Value ?? "";
        foreach (var name in NotInherited)
            environment.Remove(name);
        return environment;
    }

    private static async ValueTask<string> TextAsync(object value, CancellationToken cancellation) => value switch
    {
        string text => text,
        IValueProvider provider => await provider.GetValueAsync(cancellation) ?? "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw StandIn.DoesNotCover($"a value of type {value.GetType()}"),
    };
}
