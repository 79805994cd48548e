using System.Text;
using Chat.LocalHub.Events;
using Chat.LocalHub.Tests.Fixtures;
using Chat.Specs;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Connections;

public sealed class EventTests : IAsyncLifetime
{
    private readonly RecordedEvents _events = new();
    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await TestHub.StartAsync(_events, new() { ["PendingEvents"] = "4" });

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task The_reply_comes_before_the_acknowledgement()
    {
        _events.OnUserEvent = _ => ValueTask.FromResult(UserEventReply.With(HubMessage.Json("""{"ok":true}"""u8.ToArray())));
        using var socket = await _hub.ConnectAsync("u");

        (await socket.AskAsync("""{"type":"event","event":"message.send","ackId":5,"dataType":"json","data":{"a":1}}"""))
            .ShouldBe("""{"type":"message","from":"server","dataType":"json","data":{"ok":true}}""");
        (await socket.ReceiveTextAsync()).ShouldBe("""{"type":"ack","ackId":5,"success":true}""");
    }

    [Theory]
    [InlineData("text", "\"h\\u00e9\"", "68C3A9")]
    [InlineData("json", "{\"a\": \"h\\u00e9\"}", "7B2261223A2022685C7530306539227D")]
    [InlineData("binary", "\"AQID\"", "010203")]
    [InlineData("protobuf", "\"AQID\"", "010203")]
    public async Task The_application_gets_the_bytes_that_the_data_stands_for(string dataType, string data, string expectedHex)
    {
        HubMessage? received = null;
        _events.OnUserEvent = userEvent =>
        {
            received = userEvent.Payload;
            return ValueTask.FromResult(UserEventReply.Ok);
        };
        using var socket = await _hub.ConnectAsync("u");

        (await socket.AskAsync($$"""{"type":"event","event":"e","ackId":1,"dataType":"{{dataType}}","data":{{data}}}""")).ShouldContain("\"success\":true");

        received!.Value.DataType.ToString().ShouldBe(dataType, StringCompareShould.IgnoreCase);
        Convert.ToHexString(received.Value.Data.Span).ShouldBe(expectedHex);
    }

    [Fact]
    public async Task A_refusal_carries_its_name_and_may_still_say_something()
    {
        _events.OnUserEvent = _ => ValueTask.FromResult(UserEventReply.Fail(AckError.Forbidden, "not you", HubMessage.Text("no"u8.ToArray())));
        using var socket = await _hub.ConnectAsync("u");

        (await socket.AskAsync("""{"type":"event","event":"e","ackId":1,"data":1}""")).ShouldContain("\"data\":\"no\"");
        (await socket.ReceiveTextAsync()).ShouldBe("""{"type":"ack","ackId":1,"success":false,"error":{"name":"Forbidden","message":"not you"}}""");
    }

    [Fact]
    public async Task A_bug_in_the_application_costs_one_answer_and_not_the_connection()
    {
        _events.OnUserEvent = _ => throw new InvalidOperationException("a bug with secrets in it");
        using var socket = await _hub.ConnectAsync("u");

        (await socket.AskAsync("""{"type":"event","event":"e","ackId":1,"data":1}""")).ShouldBe(
            """{"type":"ack","ackId":1,"success":false,"error":{"name":"InternalServerError","message":"Internal server error"}}""");

        _events.OnUserEvent = _ => ValueTask.FromResult(UserEventReply.Ok);
        (await socket.AskAsync("""{"type":"event","event":"e","ackId":1,"data":1}""")).ShouldContain("\"success\":true");
        (await socket.AskAsync("""{"type":"event","event":"e","ackId":1,"data":1}""")).ShouldContain("Duplicate");
    }

    [Fact]
    public async Task Events_of_one_connection_are_handled_one_at_a_time_in_their_order()
    {
        var running = 0;
        var overlapped = false;
        _events.OnUserEvent = async _ =>
        {
            overlapped |= Interlocked.Increment(ref running) != 1;
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return UserEventReply.Ok;
        };
        using var socket = await _hub.ConnectAsync("u");

        await socket.SendBytesAsync(Enumerable.Range(0, 200).SelectMany(i => RawFrames.Masked(
            RawFrames.Text, Encoding.UTF8.GetBytes($$"""{"type":"event","event":"e","ackId":{{i}},"data":{{i}}}"""))).ToArray());
        for (var i = 0; i < 200; i++)
            (await socket.ReceiveAsync()).GetProperty("ackId").GetInt32().ShouldBe(i);
        await socket.CloseAsync();

        await EndToldAsync();
        overlapped.ShouldBeFalse();
        _events.Journal.ShouldBe(["connected u", .. Enumerable.Range(0, 200).Select(i => $"event e {i}"), "disconnected u"]);
    }

    [Fact]
    public async Task Pings_are_answered_while_an_event_is_being_handled()
    {
        var handled = new TaskCompletionSource<UserEventReply>();
        _events.OnUserEvent = _ => new ValueTask<UserEventReply>(handled.Task);
        using var socket = await _hub.ConnectAsync("u");

        await socket.SendAsync("""{"type":"event","event":"e","ackId":1,"data":1}""");
        await socket.ExpectNothingAsync();

        handled.SetResult(UserEventReply.Ok);
        (await socket.ReceiveTextAsync()).ShouldContain("\"ackId\":1");
    }

    [Fact]
    public async Task With_too_many_events_waiting_the_connection_is_not_read_and_nothing_is_lost()
    {
        var handled = new TaskCompletionSource<UserEventReply>();
        _events.OnUserEvent = _ => new ValueTask<UserEventReply>(handled.Task);
        using var socket = await _hub.ConnectAsync("u");

        for (var i = 0; i < 20; i++)
            await socket.SendAsync($$"""{"type":"event","event":"e","ackId":{{i}},"data":{{i}}}""");
        await socket.SendAsync("""{"type":"ping"}""");
        await Eventually.TrueAsync(() => ValueTask.FromResult(_hub.Node.Connections.Single().IsReadingPaused), "reading pauses");

        handled.SetResult(UserEventReply.Ok);
        var answers = new List<string>();
        for (var i = 0; i < 21; i++)
            answers.Add(await socket.ReceiveTextAsync());
        answers.Count(answer => answer.Contains("pong", StringComparison.Ordinal)).ShouldBe(1);
        answers.Where(answer => answer.Contains("ackId", StringComparison.Ordinal)).ShouldBe(
            Enumerable.Range(0, 20).Select(i => $$"""{"type":"ack","ackId":{{i}},"success":true}"""));
    }

    [Fact]
    public async Task What_was_received_before_the_client_left_is_handled_before_the_end_is_told()
    {
        var handled = new TaskCompletionSource<UserEventReply>();
        _events.OnUserEvent = _ => new ValueTask<UserEventReply>(handled.Task);
        using var socket = await _hub.ConnectAsync("u");
        await socket.SendAsync("""{"type":"event","event":"e","data":1}""");
        await socket.SendAsync("""{"type":"event","event":"e","data":2}""");
        await socket.CloseAsync();

        await Eventually.TrueAsync(() => ValueTask.FromResult(_hub.Node.Count == 0), "the connection is gone");
        handled.SetResult(UserEventReply.Ok);

        await EndToldAsync();
        _events.Journal.ShouldBe(["connected u", "event e 1", "event e 2", "disconnected u"]);
    }

    [Fact]
    public async Task State_comes_back_with_the_next_event()
    {
        var states = new List<string?>();
        _events.OnConnect = _ => ConnectReply.Accept with { State = "0" };
        _events.OnUserEvent = userEvent =>
        {
            states.Add(userEvent.Connection.State);
            return ValueTask.FromResult(UserEventReply.Ok with { State = $"{states.Count}" });
        };
        using var socket = await _hub.ConnectAsync("u");

        await socket.AskAsync("""{"type":"event","event":"e","ackId":1,"data":1}""");
        await socket.AskAsync("""{"type":"event","event":"e","ackId":2,"data":1}""");

        states.ShouldBe(["0", "1"]);
    }

    [Fact]
    public async Task Without_an_application_an_event_has_no_handler()
    {
        await using var bare = await TestHub.StartAsync();
        using var socket = await bare.ConnectAsync();

        (await socket.AskAsync("""{"type":"event","event":"e","ackId":1,"data":1}""")).ShouldContain("\"name\":\"InternalServerError\"");
    }

    private Task EndToldAsync() => Eventually.TrueAsync(() => ValueTask.FromResult(!_events.Ends.IsEmpty), "the end is told");
}
