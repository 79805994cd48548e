using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Chat.Specs;

/// <summary>
/// A client of the JSON subprotocol that does what the test says and nothing by itself: no pings, no repetition, no reconnection.
/// Everything that it receives waits in order until it is asked for.
/// </summary>
public sealed class ScriptedClient : IAsyncDisposable
{
    /// <summary>The subprotocol that it offers.</summary>
    public const string Subprotocol = "json.webpubsub.azure.v1";

    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonElement> _frames = Channel.CreateUnbounded<JsonElement>();
    private readonly CancellationTokenSource _stop = new();
    private Task _reading = Task.CompletedTask;
    private ulong _lastAckId;

    private ScriptedClient() => _socket.Options.AddSubProtocol(Subprotocol);

    /// <summary>The id that the service gave the connection.</summary>
    public string ConnectionId { get; private set; } = "";

    /// <summary>The user that the service took the connection for.</summary>
    public string? UserId { get; private set; }

    /// <summary>Opens a socket and waits for the frame that says that it is connected.</summary>
    /// <exception cref="WebSocketException">The service refused; the message names the HTTP status.</exception>
    public static async Task<ScriptedClient> ConnectAsync(Uri url)
    {
        var client = new ScriptedClient();
        try
        {
            await client._socket.ConnectAsync(url, CancellationToken.None).WaitAsync(Eventually.Limit);
            client._reading = client.ReadAsync();
            var connected = await client.NextAsync();
            client.ConnectionId = connected.GetProperty("connectionId").GetString()!;
            client.UserId = connected.TryGetProperty("userId", out var user) ? user.GetString() : null;
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>The next frame of any kind.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    /// <exception cref="ChannelClosedException">The socket is closed and nothing is left.</exception>
    public async Task<JsonElement> NextAsync() => await _frames.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Limit);

    /// <summary>The data of the next message, as it stood on the wire.</summary>
    public async Task<string> NextDataAsync()
    {
        var frame = await NextAsync();
        while (frame.GetProperty("type").GetString() != "message") frame = await NextAsync();
        return frame.GetProperty("data").GetRawText();
    }

    /// <summary>The next fact or signal of a kind; others are passed over, since what happened just before connecting may still be told.</summary>
    public async Task<JsonElement> NextOfKindAsync(string kind)
    {
        while (true)
        {
            var message = JsonElement.Parse(await NextDataAsync());
            if (message.GetProperty("kind").GetString() == kind) return message;
        }
    }

    /// <summary>Sends an event and waits for its acknowledgement; messages that come before it are handed out too.</summary>
    /// <param name="name">The event.</param>
    /// <param name="json">Its data.</param>
    /// <returns>The acknowledgement, and the data of the messages before it.</returns>
    public async Task<(JsonElement Ack, IReadOnlyList<string> Before)> SendEventAsync(string name, string json)
    {
        var ackId = ++_lastAckId;
        await SendAsync($$"""{"type":"event","event":"{{name}}","ackId":{{ackId}},"dataType":"json","data":{{json}}}""");
        var before = new List<string>();
        for (var frame = await NextAsync(); ; frame = await NextAsync())
        {
            var type = frame.GetProperty("type").GetString();
            if (type == "ack" && frame.GetProperty("ackId").GetUInt64() == ackId) return (frame, before);
            if (type == "message") before.Add(frame.GetProperty("data").GetRawText());
        }
    }

    /// <summary>Sends one text frame as it is.</summary>
    public Task SendAsync(string frame) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>Waits until the service has closed the socket; returns the reason that its last frame gave.</summary>
    public async Task<string?> ClosedAsync()
    {
        await _reading.WaitAsync(Eventually.Limit);
        string? reason = null;
        while (_frames.Reader.TryRead(out var frame))
        {
            if (frame.TryGetProperty("event", out var name) && name.GetString() == "disconnected") reason = frame.GetProperty("message").GetString();
        }

        return reason;
    }

    /// <summary>Closes the socket as a client does that wants to leave.</summary>
    public async Task CloseAsync()
    {
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        await _reading.WaitAsync(Eventually.Limit);
    }

    /// <summary>Cuts the socket without a word, if it is still there.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(), _stop.Token) is { MessageType: not WebSocketMessageType.Close } part)
            {
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage) continue;
                _frames.Writer.TryWrite(JsonElement.Parse(message.GetBuffer().AsSpan(0, (int)message.Length)));
                message.SetLength(0);
            }

            if (_socket.State == WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", _stop.Token);
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException)
        {
            // The connection ended without a close frame, or the test is over.
        }

        _frames.Writer.Complete();
    }
}
