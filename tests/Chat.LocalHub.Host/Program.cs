// The hub alone: dotnet run --project tests/Chat.LocalHub.Host -- --urls http://127.0.0.1:8090 --Hub:AccessKey …
// With --Redis localhost:6379 it is one of several nodes. `--Token minutes` prints a token for load programs and leaves.
using Chat.LocalHub;
using Chat.LocalHub.Tokens;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddLocalHub(builder.Configuration.GetSection("Hub"));

var app = builder.Build();
if (builder.Configuration["Token"] is { } minutes)
{
    Console.WriteLine(app.Services.GetRequiredService<ClientTokens>().Create(new ClientToken
    {
        Roles = ["webpubsub.joinLeaveGroup", "webpubsub.sendToGroup"],
        Lifetime = TimeSpan.FromMinutes(int.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture)),
    }));
    return;
}

app.MapLocalHub();
app.Run();
