using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Tells the process the connection string: <c>ConnectionStrings__{name}</c>.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithConnectionString> source,
        string? connectionName = null,
        bool optional = false)
        where TDestination : IResourceWithEnvironment
    {
        if (optional)
            throw StandIn.DoesNotCover("an optional reference");
        var resource = source.Resource;
        var variable = resource.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{connectionName ?? resource.Name}";
        return builder.WithVariable(variable, resource);
    }

    /// <summary>
    /// Tells the process where the resource listens: <c>services__{name}__{endpoint}__0</c> for .NET's service discovery, and
    /// <c>{NAME}_{ENDPOINT}</c> for everybody else.
    /// </summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        var resource = source.Resource;
        return builder.WithEnvironment(context =>
        {
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            {
                var reference = resource.GetEndpoint(endpoint.Name);
                context.EnvironmentVariables[$"services__{resource.Name}__{endpoint.Name}__0"] = reference;
                context.EnvironmentVariables[$"{Encode(resource.Name)}_{Encode(endpoint.Name)}".ToUpperInvariant()] = reference;
            }
        });
    }

    /// <summary>A name as it may stand in an environment variable.</summary>
    private static string Encode(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
}
