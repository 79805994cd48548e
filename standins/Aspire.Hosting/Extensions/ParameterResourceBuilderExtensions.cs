using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

public static class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a parameter whose value is <c>Parameters:{name}</c>; a <c>-</c> in it may be written <c>_</c>, as in an environment variable.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, () => Configured(builder.Configuration, name) ?? throw Missing(name), secret));

    /// <summary>Adds a parameter with a default.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, () => Configured(builder.Configuration, name) ?? value, secret));

    /// <summary>Adds a parameter whose value is made and kept when nobody gives it. The stand-in has nowhere to keep it: it must be given.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false) =>
        builder.AddResource(new ParameterResource(name, () => Configured(builder.Configuration, name) ?? throw Missing(name), secret));

    /// <summary>Adds <c>ConnectionStrings:{name}</c> of the AppHost: a server that somebody else runs.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, string? environmentVariableName = null) =>
        builder.AddResource<IResourceWithConnectionString>(new ConfiguredConnectionString(
            name,
            () => builder.Configuration.GetConnectionString(name)
                ?? throw new DistributedApplicationException($"Connection string parameter resource could not be used because connection string '{name}' is missing."),
            environmentVariableName));

    private static string? Configured(ConfigurationManager configuration, string name) =>
        configuration[$"Parameters:{name}"] ?? configuration[$"Parameters:{name.Replace('-', '_')}"];

    private static DistributedApplicationException Missing(string name) =>
        new($"Parameter resource could not be used because configuration key 'Parameters:{name}' is missing and the Parameter has no default value.");
}
