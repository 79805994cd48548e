using Microsoft.Extensions.Configuration;

namespace Chat.AppHost;

/// <summary>
/// Postgres and Redis: whatever the connection string of that name leads to when one is configured, otherwise a container with a
/// volume, in Azure the managed service. Passwords and not Entra tokens, so that the API opens them alike in all three places.
/// </summary>
internal static class Servers
{
    private const string Database = "chat";

    public static IResourceBuilder<IResourceWithConnectionString> AddDatabase(this IDistributedApplicationBuilder builder) =>
        builder.IsGiven(Database)
            ? builder.AddConnectionString(Database)
            : builder.AddAzurePostgresFlexibleServer("postgres")
                .WithPasswordAuthentication()
                .RunAsContainer(container => container.WithDataVolume())
                .AddDatabase(Database);

    public static IResourceBuilder<IResourceWithConnectionString> AddRedisServer(this IDistributedApplicationBuilder builder, string name) =>
        builder.IsGiven(name)
            ? builder.AddConnectionString(name)
            : builder.AddAzureManagedRedis(name)
                .WithAccessKeyAuthentication()
                .RunAsContainer(container => container.WithDataVolume());

    /// <summary>
    /// The Functions project on this machine: in the Functions host with Azurite in a container; as a plain project where the servers
    /// are given and no container runs, which is that same host on an Azurite of one's own (<c>func</c> must be installed for either).
    /// </summary>
    public static IResourceBuilder<ProjectResource> AddFunctions(this IDistributedApplicationBuilder builder, string name) =>
        builder.IsGiven(Database)
            ? builder.AddProject<Projects.Chat_Functions>(name, launchProfileName: null)
                .WithEnvironment("AzureWebJobsStorage", "UseDevelopmentStorage=true")
            : builder.AddAzureFunctionsProject<Projects.Chat_Functions>(name)
                .WithHostStorage(builder.AddAzureStorage("storage").RunAsEmulator());

    /// <summary>A secret that is made when nobody gives it (<c>Parameters:{name}</c>) and kept: 44 letters and digits hold 261 bits.</summary>
    public static IResourceBuilder<ParameterResource> AddKey(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = 44, Special = false }, secret: true, persist: true);

    private static bool IsGiven(this IDistributedApplicationBuilder builder, string name) =>
        builder.ExecutionContext.IsRunMode && builder.Configuration.GetConnectionString(name) is not null;
}
