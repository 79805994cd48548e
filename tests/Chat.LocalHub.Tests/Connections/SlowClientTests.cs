using System.Text;
using Chat.LocalHub.Events;
using Chat.LocalHub.Handshake;
using Chat.LocalHub.Tests.Fixtures;
using Chat.Specs;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Connections;

public sealed class SlowClientTests : IAsyncLifetime
{
    private const int QueueLimit = 64 * 1024;

    private readonly RecordedEvents _events = new();
    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await TestHub.StartAsync(_events, new() { ["OutboundBytes"] = $"{QueueLimit}", ["OutboundAge"] = "00:00:02" });

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task A_member_that_never_reads_is_cut_and_twenty_others_get_everything_in_order()
    {
        using var stuck = await StuckAsync();
        var members = new List<HubSocket>();
        for (var i = 0; i < 20; i++)
            members.Add(await _hub.ConnectAsync($"m{i}", groups: ["g"]));

        // 8 MB per member: more than the kernel buffers for the one that does not read.
        const int count = 8_000;
        var filler = new string('x', 1000);
        var reading = members.Select(member => ReadInOrderAsync(member, count)).ToArray();
        var most = 0;
        for (var i = 0; i < count; i++)
        {
            _hub.Service.SendToGroup("g", HubMessage.Json(Encoding.UTF8.GetBytes($$"""{"n":{{i}},"filler":"{{filler}}"}""")));
            most = Math.Max(most, WaitingForStuck());
            await WhileMembersLagAsync();
        }

        await Task.WhenAll(reading).WaitAsync(TimeSpan.FromMinutes(2));

        most.ShouldBeLessThanOrEqualTo(QueueLimit);
        await EndOfStuckAsync();
        members.ForEach(member => member.Dispose());
    }

    [Fact]
    public async Task A_member_that_stops_reading_is_cut_by_age_when_the_room_is_too_quiet_to_fill_its_queue()
    {
        using var stuck = await StuckAsync();

        // One message at a time until one stays: the kernel takes no more, and nearly nothing waits here.
        var message = HubMessage.Text(Encoding.ASCII.GetBytes(new string('x', 8_000)));
        for (var looks = 0; looks < 10; looks++)
        {
            if (WaitingForStuck() == 0)
            {
                _hub.Service.SendToUser("stuck", message);
                looks = -1;
            }
            else
                await Task.Delay(20);
        }

        WaitingForStuck().ShouldBeLessThan(QueueLimit / 2);
        await EndOfStuckAsync();
    }

    private async Task<HubSocket> StuckAsync()
    {
        var token = _hub.Token("stuck", groups: ["g"]);
        var (response, socket) = await HubSocket.HandshakeAsync(
            _hub.Address, $"/client/hubs/chat?access_token={token}", [$"Sec-WebSocket-Protocol: {Subprotocols.Json}"], receiveBuffer: 4096);
        response.ShouldStartWith("HTTP/1.1 101");
        return socket;
    }

    private int WaitingForStuck() => _hub.Node.Connections.SingleOrDefault(connection => connection.UserId == "stuck")?.Outbound.WaitingBytes ?? 0;

    // The publisher goes no faster than healthy readers on this machine can: what is tested is the one that does not read at all.
    private async Task WhileMembersLagAsync()
    {
        while (_hub.Node.Connections.Any(connection => connection.UserId != "stuck" && connection.Outbound.WaitingBytes > QueueLimit / 2))
            await Task.Delay(1);
    }

    private static async Task ReadInOrderAsync(HubSocket member, int count)
    {
        for (var i = 0; i < count; i++)
            (await member.ReceiveAsync()).GetProperty("data").GetProperty("n").GetInt32().ShouldBe(i);
    }

    private async Task EndOfStuckAsync()
    {
        await Eventually.TrueAsync(() => ValueTask.FromResult(!_events.Ends.IsEmpty), "the stuck member is cut");
        var (connection, disconnection) = _events.Ends.ShouldHaveSingleItem();
        connection.UserId.ShouldBe("stuck");
        disconnection.Cause.ShouldBe(DisconnectCause.SlowClient);
    }
}
