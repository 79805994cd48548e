using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Chat.Specs;
using Chat.Testing.Faults;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Faults;

public sealed class TcpProxyTests : IAsyncLifetime
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private TcpProxy _proxy = null!;
    private Socket _client = null!;
    private Socket _accepted = null!;

    public async Task InitializeAsync()
    {
        _server.Start();
        _proxy = new TcpProxy("127.0.0.1", ((IPEndPoint)_server.LocalEndpoint).Port);
        _client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await _client.ConnectAsync(IPAddress.Loopback, _proxy.Port);
        _accepted = await _server.AcceptSocketAsync();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        _accepted.Dispose();
        _server.Dispose();
        await _proxy.DisposeAsync();
    }

    [Fact]
    public async Task Fair_weather_lets_bytes_through_both_ways()
    {
        await _client.SendAsync("ping"u8.ToArray());
        (await ReceiveAsync(_accepted, 4)).ShouldBe("ping"u8.ToArray());
        await _accepted.SendAsync("pong"u8.ToArray());
        (await ReceiveAsync(_client, 4)).ShouldBe("pong"u8.ToArray());
    }

    [Fact]
    public async Task Delay_and_throttle_hold_bytes_back()
    {
        _proxy.Weather = new Weather { Delay = TimeSpan.FromMilliseconds(100), BytesPerSecond = 1000 };
        var clock = Stopwatch.StartNew();
        await _client.SendAsync(new byte[200]);
        await ReceiveAsync(_accepted, 200);
        clock.Elapsed.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(290));
    }

    [Fact]
    public async Task A_black_hole_keeps_bytes_and_closings_to_itself_until_it_ends()
    {
        _proxy.Weather = new Weather { BlackHole = true };
        await _client.SendAsync("late"u8.ToArray());
        var arriving = ReceiveAsync(_accepted, 4);
        (await Task.WhenAny(arriving, Task.Delay(200))).ShouldNotBe(arriving);
        _proxy.Weather = new Weather();
        (await arriving).ShouldBe("late"u8.ToArray());
    }

    [Fact]
    public async Task A_reset_is_seen_by_both_sides()
    {
        _proxy.Reset();
        (await Should.ThrowAsync<SocketException>(() => ReceiveAsync(_client, 1))).SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
        (await Should.ThrowAsync<SocketException>(() => ReceiveAsync(_accepted, 1))).SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
        await Eventually.TrueAsync(() => new(_proxy.Connections == 0), "the proxy forgot the connection");
    }

    [Fact]
    public async Task A_half_close_reaches_the_server_and_leaves_the_way_back_open()
    {
        _proxy.CloseHalf();
        (await ReceiveAsync(_accepted, 1)).ShouldBeEmpty();
        await _accepted.SendAsync("still"u8.ToArray());
        (await ReceiveAsync(_client, 5)).ShouldBe("still"u8.ToArray());
    }

    // Fewer bytes than asked for when the other side has closed.
    private static async Task<byte[]> ReceiveAsync(Socket socket, int bytes)
    {
        var buffer = new byte[bytes];
        var received = 0;
        while (received < bytes && await socket.ReceiveAsync(buffer.AsMemory(received)) is > 0 and var more)
            received += more;
        return buffer[..received];
    }
}
