using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Chat.LocalHub.Handshake;
using Chat.Specs;

namespace Chat.LocalHub.Tests.Fixtures;

/// <summary>A client made of a bare socket: it can send anything, and shows every byte that comes back.</summary>
public sealed class HubSocket : IDisposable
{
    private readonly TcpClient _tcp;
    private readonly NetworkStream _stream;

    private HubSocket(TcpClient tcp)
    {
        _tcp = tcp;
        _stream = tcp.GetStream();
    }

    public string ConnectionId { get; private set; } = "";

    /// <summary>Opens a connection and reads its first frame.</summary>
    public static async Task<HubSocket> ConnectAsync(Uri address, string token, int? receiveBuffer = null)
    {
        var (response, socket) = await HandshakeAsync(address, $"/client/hubs/chat?access_token={token}", [$"Sec-WebSocket-Protocol: {Subprotocols.Json}"], receiveBuffer);
        if (!response.StartsWith("HTTP/1.1 101", StringComparison.Ordinal))
            throw new InvalidOperationException($"The hub refused the connection: {response}");

        var connected = await socket.ReceiveAsync();
        socket.ConnectionId = connected.GetProperty("connectionId").GetString()!;
        return socket;
    }

    /// <summary>Sends an opening handshake and returns the response's head, and body if it has one.</summary>
    public static async Task<(string Response, HubSocket Socket)> HandshakeAsync(
        Uri address, string target, string[] headers, int? receiveBuffer = null, string method = "GET", string upgrade = "websocket", string version = "13", string key = "dGhlIHNhbXBsZSBub25jZQ==")
    {
        var tcp = new TcpClient { NoDelay = true };
        if (receiveBuffer is { } size)
            tcp.ReceiveBufferSize = size;
        await tcp.ConnectAsync(address.Host, address.Port);
        var socket = new HubSocket(tcp);
        var lines = new List<string>
        {
            $"{method} {target} HTTP/1.1", $"Host: {address.Authority}", $"Upgrade: {upgrade}", "Connection: Upgrade",
            $"Sec-WebSocket-Version: {version}", $"Sec-WebSocket-Key: {key}",
        };
        lines.AddRange(headers);
        await socket.SendBytesAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n"));
        return (await socket.ReadHeadAsync(), socket);
    }

    /// <summary>Sends bytes as they are.</summary>
    public ValueTask SendBytesAsync(ReadOnlyMemory<byte> bytes) => _stream.WriteAsync(bytes);

    /// <summary>Sends one frame, masked as a client must.</summary>
    public ValueTask SendFrameAsync(byte firstByte, ReadOnlySpan<byte> payload) => SendBytesAsync(RawFrames.Masked(firstByte, payload));

    /// <summary>Sends a text message.</summary>
    public ValueTask SendAsync(string json) => SendFrameAsync(RawFrames.Text, Encoding.UTF8.GetBytes(json));

    /// <summary>Reads the next frame of any kind; null at the end of the connection.</summary>
    public async Task<ReceivedFrame?> ReadFrameAsync()
    {
        using var limit = new CancellationTokenSource(Eventually.Limit);
        try
        {
            var head = await ReadExactAsync(2, limit.Token);
            var length = head[1] & 0x7F;
            if (length == 126)
                length = BinaryPrimitives.ReadUInt16BigEndian(await ReadExactAsync(2, limit.Token));
            else if (length == 127)
                length = (int)BinaryPrimitives.ReadUInt64BigEndian(await ReadExactAsync(8, limit.Token));
            return new ReceivedFrame(head[0], head[1], await ReadExactAsync(length, limit.Token));
        }
        catch (Exception e) when (e is EndOfStreamException or IOException)
        {
            return null;
        }
    }

    /// <summary>Reads the next text message, and answers pings meanwhile.</summary>
    public async Task<string> ReceiveTextAsync()
    {
        while (await ReadFrameAsync() is { } frame)
        {
            if (frame.Opcode == 0x9)
                await SendFrameAsync(RawFrames.Pong, frame.Payload);
            else if (frame.Opcode == 0x1)
                return frame.Text;
            else if (frame.Opcode == 0x8)
                throw new InvalidOperationException($"The hub closed the connection: {frame.CloseCode} {frame.CloseReason}");
        }

        throw new InvalidOperationException("The connection ended.");
    }

    /// <summary>The same, as JSON.</summary>
    public async Task<JsonElement> ReceiveAsync() => JsonElement.Parse(await ReceiveTextAsync());

    /// <summary>Sends a frame and reads the next message.</summary>
    public async Task<string> AskAsync(string json)
    {
        await SendAsync(json);
        return await ReceiveTextAsync();
    }

    /// <summary>Proves that everything sent before has been read, and that nothing else came: the next frame is the pong.</summary>
    public async Task ExpectNothingAsync()
    {
        var answer = await AskAsync("""{"type":"ping"}""");
        if (answer != """{"type":"pong"}""")
            throw new InvalidOperationException($"Expected nothing, got {answer}");
    }

    /// <summary>Reads until the close frame; null when the connection ends without one.</summary>
    public async Task<ReceivedFrame?> ReadToCloseAsync()
    {
        while (await ReadFrameAsync() is { } frame)
        {
            if (frame.Opcode == 0x8)
                return frame;
        }

        return null;
    }

    /// <summary>Closes as a client does that has had enough.</summary>
    public async Task CloseAsync()
    {
        await SendFrameAsync(RawFrames.Close, [0x03, 0xE8]);
        await ReadToCloseAsync();
    }

    /// <summary>Ends the connection with a reset, as a client does whose machine is gone.</summary>
    public void Reset()
    {
        _tcp.Client.LingerState = new LingerOption(true, 0);
        _tcp.Close();
    }

    public void Dispose() => _tcp.Dispose();

    private async Task<byte[]> ReadExactAsync(int count, CancellationToken cancellation)
    {
        var bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private async Task<string> ReadHeadAsync()
    {
        using var limit = new CancellationTokenSource(Eventually.Limit);
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            head.Append((char)(await ReadExactAsync(1, limit.Token))[0]);
        return head.ToString();
    }
}

/// <summary>A frame as it came.</summary>
public sealed record ReceivedFrame(byte First, byte Second, byte[] Payload)
{
    public int Opcode => First & 0x0F;

    public string Text => Encoding.UTF8.GetString(Payload);

    public int CloseCode => Payload.Length < 2 ? 1005 : BinaryPrimitives.ReadUInt16BigEndian(Payload);

    public string CloseReason => Payload.Length < 2 ? "" : Encoding.UTF8.GetString(Payload.AsSpan(2));
}
