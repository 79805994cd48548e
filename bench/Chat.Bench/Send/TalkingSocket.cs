using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Chat.Bench.Send;

/// <summary>A socket that sends messages as events, waits for each acknowledgement, and notes when it hears what.</summary>
internal sealed class TalkingSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _acks = new();
    private readonly TaskCompletionSource _connected = new();
    private readonly SemaphoreSlim _writing = new(1);
    private long _lastAck;

    /// <summary>Called with each message's id as it is heard.</summary>
    public Action<Guid>? Heard { get; set; }

    public static async Task<TalkingSocket> ConnectAsync(Uri url)
    {
        var talking = new TalkingSocket();
        talking._socket.Options.AddSubProtocol("json.webpubsub.azure.v1");
        await talking._socket.ConnectAsync(url, CancellationToken.None);
        _ = talking.ReadAsync();
        await talking._connected.Task;
        return talking;
    }

    /// <summary>Sends one message and returns when it is acknowledged.</summary>
    public async Task SendAsync(string room, Guid id)
    {
        var ack = Interlocked.Increment(ref _lastAck);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _acks[ack] = done;
        var frame = Encoding.UTF8.GetBytes(
            $$$"""{"type":"event","event":"message.send","ackId":{{{ack}}},"dataType":"json","data":{"room":"{{{room}}}","id":"{{{id}}}","content":"{{{Talker.Content}}}"}}""");
        await _writing.WaitAsync();
        try
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }

        await done.Task;
    }

    public void Dispose()
    {
        _socket.Dispose();
        _writing.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        try
        {
            while (true)
            {
                buffer.ResetWrittenCount();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.GetMemory(4096), CancellationToken.None);
                    buffer.Advance(part.Count);
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close) return;
                using var frame = JsonDocument.Parse(buffer.WrittenMemory);
                Take(frame.RootElement);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            foreach (var ack in _acks.Values) ack.TrySetException(exception);
        }
    }

    private void Take(JsonElement frame)
    {
        switch (frame.GetProperty("type").GetString())
        {
            case "system":
                _connected.TrySetResult();
                break;
            case "ack" when _acks.TryRemove(frame.GetProperty("ackId").GetInt64(), out var done):
                if (frame.GetProperty("success").GetBoolean()) done.SetResult();
                else done.SetException(new InvalidOperationException(frame.GetRawText()));
                break;
            case "message" when Heard is not null && frame.GetProperty("data").GetProperty("kind").GetString() == "message.created":
                Heard(frame.GetProperty("data").GetProperty("data").GetProperty("id").GetGuid());
                break;
            default:
                break;
        }
    }
}
