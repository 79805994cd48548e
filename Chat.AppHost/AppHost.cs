// The product as a drawing that runs: resources, then services, then apps. In run mode these are processes of this machine, and
// containers for Postgres and Redis unless connection strings say where they are. In publish mode it is Azure (docs/azure.md).

using Chat.AppHost;

var builder = DistributedApplication.CreateBuilder(args);

// Resources
var database = builder.AddDatabase();
var redis = builder.AddRedisServer("redis");
var authKey = builder.AddKey("auth-key");
var hubKey = builder.AddKey("hub-key");

// Services. Redis is not waited for: the API starts without it and finds it when it comes.
IResourceBuilder<ProjectResource> AddApi(string name) => builder.AddProject<Projects.Chat_Api>(name)
    .WithReference(database)
    .WaitFor(database)
    .WithReference(redis)
    .WithEnvironment("Chat__Auth__Key", authKey)
    .WithEnvironment("Chat__Realtime__HubKey", hubKey)
    .WithExternalHttpEndpoints();

if (builder.ExecutionContext.IsRunMode)
{
    var settings = RunSettings.From(builder.Configuration);
    var environment = builder.Environment.EnvironmentName;

    var migrate = builder.AddProject<Projects.Chat_Api>("migrate", launchProfileName: null)
        .WithArgs("migrate")
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", environment)
        .WithReference(database)
        .WaitFor(database);

    // Instances are resources of their own and not replicas, so that each one has a port that is known. The client is where
    // `dev.cs` builds it.
    var apis = Enumerable.Range(0, settings.Instances).Select(i => AddApi(i == 0 ? "api" : $"api-{i + 1}")
        .WithEndpoint("http", http => (http.Port, http.IsProxied) = (settings.Port + i, false))
        .WithEnvironment("ASPNETCORE_WEBROOT", Path.GetFullPath("../Chat.Web/dist", builder.AppHostDirectory))
        .WithHttpHealthCheck("/health")
        .WaitForCompletion(migrate)).ToArray();

    builder.AddFunctions("functions")
        .WithEnvironment("DOTNET_ENVIRONMENT", environment)
        // A line for each start and end of each timer would bury what the API says.
        .WithEnvironment("Logging__LogLevel__Function", "Warning")
        .WithReference(database)
        .WithReference(redis)
        .WaitForCompletion(migrate);

    // Apps. Without --watch the API serves the client that `dev.cs` built.
    if (settings.WebPort is { } webPort)
    {
        builder.AddViteApp("web", "../Chat.Web")
            .WithNpm(install: false)
            .WithEndpoint("http", http => (http.Port, http.IsProxied) = (webPort, false))
            .WithReference(apis[0])
            .WaitFor(apis[0]);
    }
}
else
{
    builder.AddAzureContainerAppEnvironment("env").WithAzdResourceNaming();
    var storage = builder.AddAzureStorage("storage");
    var queues = storage.AddQueues("queues");
    var webPubSub = builder.AddAzureWebPubSub("webpubsub")
        .WithParameter("sku", builder.AddParameter("webpubsub-sku", "Standard_S1", publishValueAsDefault: true));
    var hub = webPubSub.AddHub("chat-hub", "chat");
    var upstreamCode = builder.AddKey("upstream-code");

    var api = AddApi("api")
        .WithReference(hub, "webpubsub")
        .WithReference(queues)
        .WithEnvironment("Chat__Realtime__Transport", "AzureWebPubSub")
        .WithEnvironment("Chat__Realtime__UpstreamCode", upstreamCode)
        .WithHttpProbe(ProbeType.Liveness, "/alive")
        .WithHttpProbe(ProbeType.Readiness, "/health", timeoutSeconds: 6)
        .PublishAsAzureContainerApp((_, app) =>
        {
            // At least one: it relays what was committed, and a first request must not wait for a container.
            app.Template.Scale.MinReplicas = 1;
            app.Template.MigrateFirst();
        });
    hub.AddEventHandler(
        $"{api.GetEndpoint("https")}/api/webpubsub/hubs/chat/?code={upstreamCode}",
        userEventPattern: "*",
        systemEvents: ["connect", "connected", "disconnected"]);

    builder.AddAzureFunctionsProject<Projects.Chat_Functions>("functions")
        .WithHostStorage(storage)
        .WithReference(queues)
        .WithReference(database)
        .WithReference(redis)
        .WithReference(hub, "webpubsub")
        .WithEnvironment("Chat__Realtime__Transport", "AzureWebPubSub")
        .WithEnvironment("Chat__Realtime__HubKey", hubKey)
        .WithEnvironment("Chat__Realtime__UpstreamCode", upstreamCode);

    // Apps. The client is built into the API's image: one origin, no CORS.
    api.PublishWithContainerFiles(builder.AddViteApp("web", "../Chat.Web"), "wwwroot");
}

builder.Build().Run();
