// An application of every kind of resource that the stand-in runs, for the tests to start, look at and kill.

var builder = DistributedApplication.CreateBuilder(args);

var store = builder.AddConnectionString("store");
var key = builder.AddParameter("web-key", secret: true);

var job = builder.AddProject<Projects.Sample_Job>("job", launchProfileName: null)
    .WithArgs("exit", builder.Configuration["Sample:JobExitCode"] ?? "0");

var web = builder.AddProject<Projects.Sample_Web>("web")
    .WithEndpoint("http", http => (http.Port, http.IsProxied) = (null, false))
    .WithReference(store)
    .WithEnvironment("WEB_KEY", key)
    .WithEnvironment("WEB_PHRASE", $"key={key};store={store}")
    .WithHttpHealthCheck("/health")
    .WaitForCompletion(job);

// A shell with a child of its own: stopping must reach both. It takes no notice of SIGTERM when told so.
builder.AddExecutable("shell", "sh", ".", "-c", $"{builder.Configuration["Sample:Shell"]} sleep 600 & echo child=$!; echo at=$WEB_HTTP also=$services__web__http__0; wait; sleep 600")
    .WithReference(web)
    .WaitFor(web);

builder.Build().Run();
