using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Chat.Testing.Faults;

/// <summary>A network between a client and a server that does what real ones do: delays, throttles, resets, closes half, or swallows everything in silence.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<ProxiedConnection, byte> _connections = [];
    private readonly string _host;
    private readonly int _port;
    private readonly Task _accepting;

    /// <summary>Listens on a free port of 127.0.0.1 and connects onwards for each client.</summary>
    /// <param name="host">The server's host.</param>
    /// <param name="port">The server's port.</param>
    public TcpProxy(string host, int port)
    {
        _host = host;
        _port = port;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where clients connect.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections that are open now.</summary>
    public int Connections => _connections.Count;

    /// <summary>What the network is like, for new and open connections.</summary>
    public Weather Weather { get; set; } = new();

    /// <summary>Ends every connection with a TCP reset.</summary>
    public void Reset()
    {
        foreach (var connection in _connections.Keys)
            connection.Reset();
    }

    /// <summary>Tells every server that its client will send no more, while the client notices nothing.</summary>
    public void CloseHalf()
    {
        foreach (var connection in _connections.Keys)
            connection.CloseHalf();
    }

    /// <summary>Resets what is open and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        Reset();
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptSocketAsync(_stop.Token);
                _ = ServeAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var connection = new ProxiedConnection(client, () => Weather);
        _connections.TryAdd(connection, 0);
        await connection.RunAsync(_host, _port, _stop.Token);
        _connections.TryRemove(connection, out _);
    }
}
