using Azure.Provisioning.AppContainers;

namespace Chat.AppHost;

/// <summary>Migration in Azure, where nobody waits for another resource to complete.</summary>
internal static class MigrationStep
{
    /// <summary>
    /// Runs the API's image once with <c>migrate</c> before each replica starts. Replicas that start together take turns: migrating
    /// takes a lock in the database, and the second finds nothing to do.
    /// </summary>
    public static void MigrateFirst(this ContainerAppTemplate template)
    {
        var api = template.Containers[0].Value!;
        template.InitContainers.Add(new ContainerAppInitContainer
        {
            Name = "migrate",
            Image = api.Image,
            Env = api.Env,
            Args = { "migrate" },
        });
    }
}
