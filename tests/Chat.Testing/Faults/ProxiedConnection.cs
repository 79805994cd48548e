using System.Net.Sockets;

namespace Chat.Testing.Faults;

/// <summary>One client's connection through a <see cref="TcpProxy"/>.</summary>
internal sealed class ProxiedConnection(Socket client, Func<Weather> weather) : IDisposable
{
    private const int PieceBytes = 16 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private int _isReset;

    public async Task RunAsync(string host, int port, CancellationToken cancellation)
    {
        client.NoDelay = true;
        await OrResetAsync(async () =>
        {
            await _server.ConnectAsync(host, port, cancellation);
            await Task.WhenAll(
                OrResetAsync(() => PumpAsync(client, _server, cancellation)),
                OrResetAsync(() => PumpAsync(_server, client, cancellation)));
        });
    }

    public void Reset()
    {
        if (Interlocked.Exchange(ref _isReset, 1) == 1)
            return;
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
        Interlocked.Exchange(ref _isReset, 1);
        client.Dispose();
        _server.Dispose();
    }

    // When one side is gone, so is the other.
    private async Task OrResetAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            Reset();
        }
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
