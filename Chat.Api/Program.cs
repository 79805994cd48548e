using Chat.Api.PlainSockets;
using Chat.Api.Setup;
using Chat.Api.Transport;
using Chat.Core;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddData();
builder.AddAuth();
builder.AddApi();
builder.AddPlainSockets();
builder.AddRealtime();
builder.Services.AddChatCore();
builder.Services.AddOutboxRelay();

var app = builder.Build();
if (args is ["migrate"])
{
    await app.MigrateAsync();
    return;
}

app.UseBrowserSafety();
app.UseErrors();
app.UseAuthentication();
app.UseAuthorization();
app.UseWebSockets();
app.UseApi();
app.MapPlainSockets();
app.MapRealtime();
app.MapWebClient();
app.MapDefaultEndpoints();
app.Run();
