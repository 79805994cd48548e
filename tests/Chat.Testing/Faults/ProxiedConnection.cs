using System.Net.Sockets;

namespace Chat.Testing.Faults;

/// <summary>One client's connection through a <see cref="TcpProxy"/>.</summary>
internal sealed class ProxiedConnection(Socket client, Func<Weather> weather) : IDisposable
{
    private const int PieceBytes = 16 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    public async Task RunAsync(string host, int port, CancellationToken cancellation)
    {
        client.NoDelay = true;
        try
        {
            await _server.ConnectAsync(host, port, cancellation);
            await Task.WhenAll(PumpAsync(client, _server, cancellation), PumpAsync(_server, client, cancellation));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side is gone: so is the other.
            Reset();
        }
    }

    public void Reset()
    {
        foreach (var socket in (Socket[])[client, _server])
        {
            // Closing with a linger time of zero sends RST instead of FIN.
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
    }

    public void CloseHalf() => _server.Shutdown(SocketShutdown.Send);

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private async Task PumpAsync(Socket from, Socket to, CancellationToken cancellation)
    {
        var piece = new byte[PieceBytes];
        while (await from.ReceiveAsync(piece, cancellation) is > 0 and var length)
        {
            await WaitAsync(length, cancellation);
            for (var sent = 0; sent < length;)
                sent += await to.SendAsync(piece.AsMemory(sent, length - sent), cancellation);
        }

        while (weather().BlackHole)
            await Task.Delay(Look, cancellation);
        to.Shutdown(SocketShutdown.Send);
    }

    private async Task WaitAsync(int bytes, CancellationToken cancellation)
    {
        var now = weather();
        var wait = now.Delay + (now.BytesPerSecond > 0 ? TimeSpan.FromSeconds((double)bytes / now.BytesPerSecond) : TimeSpan.Zero);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, cancellation);
        while (weather().BlackHole)
            await Task.Delay(Look, cancellation);
    }
}
