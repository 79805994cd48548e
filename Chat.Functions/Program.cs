using Chat.Functions.Setup;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

// The slow and scheduled work. A copy of local.settings.sample.json as local.settings.json runs it by itself with `func start`.
var builder = FunctionsApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddPresence();
builder.Build().Run();
