using Chat.Api.PlainSockets;
using Chat.Api.Setup;
using Chat.Core;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddData();
builder.AddAuth();
builder.AddApi();
builder.AddPlainSockets();
builder.Services.AddChatCore();

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
app.MapWebClient();
app.MapDefaultEndpoints();
app.Run();
