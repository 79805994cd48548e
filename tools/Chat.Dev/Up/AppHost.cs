using System.Globalization;
using Chat.Dev.Processes;
using Chat.Dev.Servers;
using Chat.Dev.Workspace;

namespace Chat.Dev.Up;

/// <summary>What the AppHost is told.</summary>
/// <param name="Port">Of the first API instance; further ones take the ports after it.</param>
/// <param name="Instances">API processes.</param>
/// <param name="WebPort">Where Vite serves the client from its sources; null when the API serves the built one.</param>
internal sealed record AppHostSettings(int Port, int Instances, int? WebPort);

/// <summary>The running <c>Chat.AppHost</c>: the real one on Aspire, or the same program on the stand-in.</summary>
internal static class AppHost
{
    private const string Project = "Chat.AppHost";

    /// <summary>Builds it, and with it every service that it starts.</summary>
    /// <exception cref="DevException">The build failed; the message holds its errors.</exception>
    public static Task BuildAsync(ChatWorkspace workspace, CancellationToken cancellation) =>
        RunToEnd.OutputAsync(BuildSpec(workspace, Project), cancellation);

    /// <summary>A build that leaves no process behind and says nothing unless it fails.</summary>
    public static ProcessSpec BuildSpec(ChatWorkspace workspace, string what) =>
        new("dotnet", "build", what, "-v:q", "-nologo", "-nodeReuse:false", "-clp:ErrorsOnly;NoSummary") { Folder = workspace.Root };

    /// <summary>
    /// Starts the built program itself: <c>dotnet run</c> would stand between it and its owner. What a launch profile would set is set here.
    /// </summary>
    public static Task<ChildProcess> StartAsync(
        ChatWorkspace workspace, AppHostSettings settings, StorePair? stores, Action<string> output)
    {
        var keys = new LocalKeys(workspace);
        var dashboard = FreePort.From(15000);
        var environment = new Dictionary<string, string?>(DotEnv.Missing(workspace))
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = Loopback(dashboard),
            ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = Loopback(FreePort.From(dashboard + 1)),
            ["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = Loopback(FreePort.From(dashboard + 2)),
            ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
            ["Parameters__auth-key"] = keys.Auth,
            ["Parameters__hub-key"] = keys.Hub,
            ["Chat__Port"] = Text(settings.Port),
            ["Chat__Instances"] = Text(settings.Instances),
            ["Chat__WebPort"] = settings.WebPort is { } web ? Text(web) : null,
            ["Chat__Admins__Usernames"] = LocalKeys.AdminName,
        };
        if (stores is not null)
        {
            environment["ConnectionStrings__chat"] = stores.Postgres.ConnectionString();
            environment["ConnectionStrings__redis"] = stores.Redis.ConnectionString;
        }

        var program = workspace.At(Project, "bin", "Debug", "net10.0", Project + ".dll");
        return ChildProcess.StartAsync(new ProcessSpec("dotnet", program)
        {
            Folder = workspace.At(Project),
            Environment = environment,
            OnOwnerDeath = Signal.Terminate,
            Output = output,
        });
    }

    private static string Loopback(int port) => "http://localhost:" + Text(port);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
