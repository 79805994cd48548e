using System.Text;
using Chat.LocalHub.Tests.Fixtures;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Protocol.Framing;

/// <summary>
/// The sections of the Autobahn suite that a hub without echo can be asked, against the real server over a bare socket. Each rule in
/// all its values is proved without a socket in <see cref="MessageReaderTests"/>.
/// </summary>
public sealed class Rfc6455Tests : IAsyncLifetime
{
    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await TestHub.StartAsync(settings: new() { ["MaxMessageBytes"] = "200000", ["CloseTimeout"] = "00:00:10" });

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(150_000)]
    public async Task Messages_of_all_length_forms_arrive_and_are_delivered(int size)
    {
        using var socket = await _hub.ConnectWithRolesAsync("u", "g");
        var data = new string('*', size);

        await socket.SendAsync($$"""{"type":"sendToGroup","group":"g","dataType":"text","data":"{{data}}"}""");

        (await socket.ReceiveAsync()).GetProperty("data").GetString().ShouldBe(data);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(125)]
    public async Task A_ping_is_answered_with_its_payload(int length)
    {
        using var socket = await _hub.ConnectAsync();
        var payload = Encoding.ASCII.GetBytes(new string('p', length));

        await socket.SendFrameAsync(RawFrames.Ping, payload);

        var pong = await socket.ReadFrameAsync();
        pong!.First.ShouldBe(RawFrames.Pong);
        pong.Payload.ShouldBe(payload);
    }

    [Fact]
    public async Task Many_pings_at_once_are_answered_in_order_and_an_unasked_pong_is_ignored()
    {
        using var socket = await _hub.ConnectAsync();
        await socket.SendFrameAsync(RawFrames.Pong, "unasked"u8);
        await socket.SendBytesAsync(Enumerable.Range(0, 10).SelectMany(i => RawFrames.Masked(RawFrames.Ping, [(byte)i])).ToArray());

        for (var i = 0; i < 10; i++)
            (await socket.ReadFrameAsync())!.Payload.ShouldBe([(byte)i]);
    }

    [Fact]
    public async Task A_message_in_fragments_with_a_ping_between_them_is_one_message()
    {
        using var socket = await _hub.ConnectAsync();
        await socket.SendFrameAsync(RawFrames.FirstTextFragment, """{"type":"""u8);
        await socket.SendFrameAsync(RawFrames.Ping, "1"u8);
        await socket.SendFrameAsync(RawFrames.Fragment, "\"pi"u8);
        await socket.SendFrameAsync(RawFrames.LastFragment, "ng\"}"u8);

        (await socket.ReadFrameAsync())!.First.ShouldBe(RawFrames.Pong);
        (await socket.ReceiveTextAsync()).ShouldBe("""{"type":"pong"}""");
    }

    [Fact]
    public async Task Frames_cut_into_single_bytes_on_the_wire_are_read()
    {
        using var socket = await _hub.ConnectAsync();
        foreach (var next in RawFrames.Masked(RawFrames.Text, """{"type":"ping"}"""u8))
            await socket.SendBytesAsync(new[] { next });

        (await socket.ReceiveTextAsync()).ShouldBe("""{"type":"pong"}""");
    }

    [Theory]
    [InlineData("C18000000000", 1002, "a reserved bit")]
    [InlineData("838000000000", 1002, "an unknown opcode")]
    [InlineData("810120", 1002, "no mask")]
    [InlineData("808000000000", 1002, "a continuation of nothing")]
    [InlineData("818100000000FF", 1007, "no UTF-8")]
    [InlineData("82810000000001", 1003, "binary")]
    [InlineData("81FF000000007F00000000000000", 1009, "two gigabytes")]
    public async Task A_broken_rule_closes_with_its_code_even_when_more_follows(string hex, int code, string what)
    {
        using var socket = await _hub.ConnectAsync();

        await socket.SendBytesAsync((byte[])[.. Convert.FromHexString(hex), .. new byte[5000]]);

        (await socket.ReadToCloseAsync())!.CloseCode.ShouldBe(code, what);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"joinGroup"}""")]
    [InlineData("""{"type":"ping"} more""")]
    [InlineData("""{"type":"event","event":"x","ackId":-1,"data":1}""")]
    public async Task A_text_that_is_no_frame_of_the_subprotocol_closes_with_1007(string text)
    {
        using var socket = await _hub.ConnectAsync();

        await socket.SendAsync(text);

        (await socket.ReadToCloseAsync())!.CloseCode.ShouldBe(1007);
    }

    [Fact]
    public async Task A_frame_that_cannot_be_done_is_refused_when_it_wants_an_answer_and_an_unknown_type_is_ignored_when_not()
    {
        using var socket = await _hub.ConnectAsync();

        (await socket.AskAsync("""{"type":"joinGroup","group":" ","ackId":1}""")).ShouldContain("\"name\":\"BadRequest\"");
        (await socket.AskAsync("""{"type":"setGroupState","group":"g","ackId":2}""")).ShouldContain("\"name\":\"BadRequest\"");
        await socket.SendAsync("""{"type":"streamData","streamId":"s"}""");
        await socket.ExpectNothingAsync();
    }

    [Fact]
    public async Task Binary_closes_with_the_reason_of_the_service()
    {
        using var socket = await _hub.ConnectAsync();

        await socket.SendFrameAsync(RawFrames.Binary, [1]);

        (await socket.ReadToCloseAsync())!.CloseReason.ShouldBe("The JSON subprotocol requires text messages.");
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3000)]
    [InlineData(4999)]
    public async Task A_close_is_answered_with_its_code_and_then_the_server_ends_the_connection(int code)
    {
        using var socket = await _hub.ConnectAsync();

        await socket.SendFrameAsync(RawFrames.Close, RawFrames.ClosePayload(code, "bye"));

        (await socket.ReadToCloseAsync())!.CloseCode.ShouldBe(code);
        (await socket.ReadFrameAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_answered_after_a_close()
    {
        using var socket = await _hub.ConnectAsync();

        await socket.SendBytesAsync((byte[])[.. RawFrames.Masked(RawFrames.Close, []), .. RawFrames.Masked(RawFrames.Ping, [])]);

        (await socket.ReadFrameAsync())!.Opcode.ShouldBe(8);
        (await socket.ReadFrameAsync()).ShouldBeNull();
    }
}
