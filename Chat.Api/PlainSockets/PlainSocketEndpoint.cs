using Chat.Api.Common;
using Chat.Core.Common;
using Chat.Core.Log;
using Chat.Core.Messages;
using Chat.Core.Rooms;
using Microsoft.Extensions.Options;

namespace Chat.Api.PlainSockets;

/// <summary><c>GET /ws?roomCode=…</c>: docs/protocol.md section 5.</summary>
internal static class PlainSocketEndpoint
{
    public static void AddPlainSockets(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<GuestOptions>().BindConfiguration(GuestOptions.Section);

    public static void MapPlainSockets(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<GuestOptions>>().Value;
        if (options.Enabled ?? app.Environment.IsDevelopment()) app.Map("/ws", HandleAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task HandleAsync(
        HttpContext http,
        RoomService rooms,
        LogReader log,
        LogWake wake,
        MessageService messages,
        IOptions<GuestOptions> options,
        IHostEnvironment environment,
        IHostApplicationLifetime host,
        TimeProvider clock)
    {
        var code = http.Request.Query["roomCode"].ToString();
        var since = -1L;
        if (!http.WebSockets.IsWebSocketRequest || !RoomRules.IsCode(code)
            || (http.Request.Query.TryGetValue("since", out var text) && !(long.TryParse(text, out since) && since >= 0)))
        {
            await Problem.WriteAsync(http, Errors.RequestInvalid);
            return;
        }

        var roomId = await rooms.EnsureByCodeAsync(code, http.RequestAborted);
        if (since < 0) since = (await log.FactsAfterAsync(roomId, null, long.MaxValue, 1, http.RequestAborted)).Value!.HeadSeq;

        var guest = Guest.From(http.Connection.RemoteIpAddress, options.Value.ShowAddress ?? environment.IsDevelopment());
        var echo = !string.Equals(http.Request.Query["noEcho"], "true", StringComparison.OrdinalIgnoreCase);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        using var plain = new PlainSocket(socket, guest, new PlainSocketRoom(roomId, since, echo), log, wake, messages, clock);
        await plain.RunAsync(ended.Token);
    }
}
