using Chat.Api.PlainSockets;
using Chat.Api.Setup;
using Chat.Api.Transport;
using Chat.Core;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddProxies();
builder.AddData();
builder.AddAuth();
builder.AddApi();
builder.AddDocs();
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

app.UseForwardedHeaders();
app.UseBrowserSafety();
app.UseErrors();
app.UseDocs();
app.UseWebClient();
app.UseAuthentication();
app.UseAuthorization();
app.UseWebSockets();
app.UseApi();
app.MapPlainSockets();
app.MapRealtime();
app.MapDefaultEndpoints();
app.Run();
