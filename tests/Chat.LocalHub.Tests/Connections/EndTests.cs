using Chat.LocalHub.Events;
using Chat.LocalHub.Tests.Fixtures;
using Chat.Specs;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Connections;

/// <summary>Each way in which a connection can end is told once, with its cause.</summary>
#pragma warning disable CA1001 // xunit calls DisposeAsync.
public sealed class EndTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly RecordedEvents _events = new();
    private readonly CollectedLogs _logs = new();
    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await TestHub.StartAsync(
        _events,
        new() { ["PingInterval"] = "00:00:01", ["IdleTimeout"] = "00:00:03", ["AliveInterval"] = "00:00:01", ["CloseTimeout"] = "00:00:01", ["StopTimeout"] = "00:00:02" },
        logs: _logs);

    public async Task DisposeAsync()
    {
        await _hub.DisposeAsync();
        _logs.Dispose();
    }

    [Fact]
    public async Task The_client_closes()
    {
        using var socket = await _hub.ConnectAsync("u");
        await socket.SendFrameAsync(RawFrames.Close, RawFrames.ClosePayload(1000, "bye"));

        (await EndAsync()).ShouldBe(new Disconnection(DisconnectCause.Normal, "1000 bye"));
    }

    [Fact]
    public async Task The_client_is_gone()
    {
        var socket = await _hub.ConnectAsync("u");
        socket.Reset();

        (await EndAsync()).Cause.ShouldBe(DisconnectCause.Lost);
    }

    [Fact]
    public async Task The_client_breaks_the_protocol()
    {
        using var socket = await _hub.ConnectAsync("u");
        await socket.SendAsync("nonsense");

        (await EndAsync()).Cause.ShouldBe(DisconnectCause.ProtocolError);
    }

    [Fact]
    public async Task The_application_closes_and_the_client_is_told_why()
    {
        using var socket = await _hub.ConnectAsync("u");
        (await _hub.Service.CloseUserConnectionsAsync("u", "signed out", null, default)).Connections.ShouldBe(1);

        (await socket.ReceiveTextAsync()).ShouldBe(
            """{"type":"system","event":"disconnected","message":"Application server closed the connection. Reason: signed out"}""");
        (await socket.ReadToCloseAsync())!.CloseCode.ShouldBe(1000);
        (await EndAsync()).ShouldBe(new Disconnection(DisconnectCause.ClosedByAppServer, "signed out"));
    }

    [Fact]
    public async Task A_client_that_never_answers_the_close_is_cut()
    {
        using var socket = await _hub.ConnectAsync("u");
        await _hub.Service.CloseAllConnectionsAsync("", null, default);

        (await EndAsync()).Cause.ShouldBe(DisconnectCause.ClosedByAppServer);
    }

    [Fact]
    public async Task A_client_that_answers_pings_stays_and_one_from_which_nothing_comes_is_lost()
    {
        using var silent = await _hub.ConnectAsync("silent");
        using var living = await _hub.ConnectAsync("living");
        using var stop = new CancellationTokenSource();
        var answering = AnswerPingsAsync(living, stop.Token);

        (await EndAsync()).Cause.ShouldBe(DisconnectCause.PingTimeout);
        _events.Ends.Single().Connection.UserId.ShouldBe("silent");
        await Eventually.TrueAsync(
            () => ValueTask.FromResult(_events.AliveReports.LastOrDefault() is [{ UserId: "living" }]), "only the living one is reported alive");
        await stop.CancelAsync();
        await answering;
    }

    [Fact]
    public async Task A_stopping_host_sends_its_clients_away_and_tells_every_end()
    {
        using var polite = await _hub.ConnectAsync("polite");
        using var deaf = await _hub.ConnectAsync("deaf");

        var stopping = _hub.StopAsync();
        (await polite.ReadToCloseAsync())!.CloseCode.ShouldBe(1001);
        await polite.SendFrameAsync(RawFrames.Close, RawFrames.ClosePayload(1001));
        await stopping.WaitAsync(Eventually.Limit);

        _events.Ends.Select(end => end.Disconnection.Cause).ShouldBe([DisconnectCause.ServiceReload, DisconnectCause.ServiceReload]);
    }

    [Fact]
    public async Task Tokens_are_never_logged()
    {
        var token = _hub.Token("u");
        using (var socket = await HubSocket.ConnectAsync(_hub.Address, token))
            await socket.CloseAsync();
        await EndAsync();
        await HubSocket.HandshakeAsync(_hub.Address, "/client/hubs/chat?access_token=wrong.secret.token", []);

        _logs.Lines.ShouldNotBeEmpty();
        _logs.Lines.ShouldNotContain(line => line.Contains(token, StringComparison.Ordinal) || line.Contains("wrong.secret.token", StringComparison.Ordinal));
    }

    private static async Task AnswerPingsAsync(HubSocket socket, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await socket.ReadFrameAsync() is { } frame)
        {
            if (frame.Opcode == 0x9)
                await socket.SendFrameAsync(RawFrames.Pong, frame.Payload);
        }
    }

    private async Task<Disconnection> EndAsync()
    {
        await Eventually.TrueAsync(() => ValueTask.FromResult(!_events.Ends.IsEmpty), "the end is told");
        return _events.Ends.Single().Disconnection;
    }
}
