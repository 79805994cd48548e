using System.Text;
using Chat.LocalHub.Protocol.Json;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Protocol.Json;

public sealed class ClientFrameParserTests
{
    [Fact]
    public void Members_may_come_in_any_order_and_unknown_ones_are_skipped() => Parse(
        """{"x":{"type":"ping"},"data":{"a":[1, 2]},"noEcho":true,"ackId":2,"group":"g","metadata":{"k":"v"},"dataType":"json","type":"SENDTOGROUP"}""")
        .ShouldBe("""SendToGroup g ack=2 noEcho=True Json {"a":[1, 2]}""");

    [Theory]
    [InlineData("""{"type":"event","event":"e","dataType":"text","data":"x"}""", "Event e ack= noEcho=False Text \"x\"")]
    [InlineData("""{"type":"event","event":"e","data":null}""", "Event e ack= noEcho=False Json null")]
    [InlineData("""{"type":"event","event":"e","dataType":"binary","data":"AQID","ackId":18446744073709551615}""", "Event e ack=18446744073709551615 noEcho=False Binary \"AQID\"")]
    [InlineData("""{"type":"event","event":"e","dataType":"binary","data":"A\u0051ID"}""", "Event e ack= noEcho=False Binary \"A\\u0051ID\"")]
    [InlineData("""{"type":"joinGroup","group":"a.b c","ackId":null}""", "JoinGroup a.b c ack= noEcho=False Json ")]
    [InlineData("""{"type":"leaveGroup","group":"g"}""", "LeaveGroup g ack= noEcho=False Json ")]
    [InlineData("""{"type":"ping"}""", "Ping  ack= noEcho=False Json ")]
    [InlineData("""{"type":"sequenceAck","sequenceId":1}""", "SequenceAck  ack= noEcho=False Json ")]
    public void A_frame_is_read(string json, string expected) => Parse(json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"type":"event","event":"1e","data":1}""")]
    [InlineData("""{"type":"event","event":"a b","data":1}""")]
    [InlineData("""{"type":"event","data":1}""")]
    [InlineData("""{"type":"event","event":"e"}""")]
    [InlineData("""{"type":"event","event":"e","dataType":"text","data":1}""")]
    [InlineData("""{"type":"event","event":"e","dataType":"binary","data":"*"}""")]
    [InlineData("""{"type":"event","event":"e","dataType":"text","data":"\ud800"}""")]
    [InlineData("""{"type":"event","event":"e","dataType":"xml","data":"x"}""")]
    [InlineData("""{"type":"joinGroup","group":""}""")]
    [InlineData("""{"type":"joinGroup","group":"  "}""")]
    [InlineData("""{"type":"invoke","invocationId":"1"}""")]
    public void A_frame_that_cannot_be_done_says_why(string json) => Parse(json).ShouldStartWith("problem: ");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("\"ping\"")]
    [InlineData("""{"group":"g"}""")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":"ping"}{}""")]
    [InlineData("""{"type":"event","event":"e","data":1,"ackId":18446744073709551616}""")]
    [InlineData("""{"type":"event","event":"e","data":1,"ackId":1.5}""")]
    [InlineData("""{"type":"event","event":"e","data":1,"ackId":"1"}""")]
    [InlineData("""{"type":"joinGroup","group":"\ud800"}""")]
    [InlineData("""{"type":"sendToGroup","group":"g","noEcho":"yes","data":1}""")]
    public void Anything_else_is_no_frame(string json) => Parse(json).ShouldBe("no frame");

    [Fact]
    public void Depth_is_bounded() => Parse($$"""{"type":"event","event":"e","data":{{new string('[', 10_000)}}""").ShouldBe("no frame");

    private static string Parse(string json)
    {
        if (!ClientFrameParser.TryParse(Encoding.UTF8.GetBytes(json), out var frame))
            return "no frame";
        return frame.Problem is not null
            ? $"problem: {frame.Problem}"
            : $"{frame.Kind} {frame.Name} ack={frame.AckId} noEcho={frame.NoEcho} {frame.DataType} {Encoding.UTF8.GetString(frame.Data)}";
    }
}
