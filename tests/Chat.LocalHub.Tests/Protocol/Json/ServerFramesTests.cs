using System.Text;
using Chat.LocalHub.Events;
using Chat.LocalHub.Protocol.Json;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Protocol.Json;

/// <summary>Byte for byte: the official SDKs' own tests compare whole strings.</summary>
public sealed class ServerFramesTests
{
    [Fact]
    public void A_server_message_of_text() => Payload(ServerFrames.Message(ServerFrames.FromServer, [], MessageDataType.Text, "\"Hello\""u8))
        .ShouldBe("""{"type":"message","from":"server","dataType":"text","data":"Hello"}""");

    [Fact]
    public void A_server_message_of_json() => Payload(ServerFrames.Message(ServerFrames.FromServer, [], MessageDataType.Json, """{"hello":"world"}"""u8))
        .ShouldBe("""{"type":"message","from":"server","dataType":"json","data":{"hello":"world"}}""");

    [Fact]
    public void A_group_message() => Payload(ServerFrames.Message(ServerFrames.FromGroup("room:1 \"é\""), ServerFrames.FromUser("a\\b"), MessageDataType.Binary, "\"AQID\""u8))
        .ShouldBe("""{"type":"message","from":"group","group":"room:1 \"é\"","fromUserId":"a\\b","dataType":"binary","data":"AQID"}""");

    [Fact]
    public void A_group_message_of_nobody_names_nobody() => Payload(ServerFrames.Message(ServerFrames.FromGroup("g"), ServerFrames.FromUser(null), MessageDataType.Protobuf, "\"\""u8))
        .ShouldBe("""{"type":"message","from":"group","group":"g","dataType":"protobuf","data":""}""");

    [Fact]
    public void Connected() => Payload(ServerFrames.Connected("c1", "u1")).ShouldBe("""{"type":"system","event":"connected","userId":"u1","connectionId":"c1"}""");

    [Fact]
    public void Connected_without_a_user() => Payload(ServerFrames.Connected("c1", null)).ShouldBe("""{"type":"system","event":"connected","connectionId":"c1"}""");

    [Fact]
    public void Disconnected() => Payload(ServerFrames.Disconnected("why \"so\"")).ShouldBe("""{"type":"system","event":"disconnected","message":"why \"so\""}""");

    [Fact]
    public void Ack() => Payload(ServerFrames.Ack(ulong.MaxValue)).ShouldBe("""{"type":"ack","ackId":18446744073709551615,"success":true}""");

    [Fact]
    public void Nack() => Payload(ServerFrames.Nack(1, AckError.Forbidden, "no")).ShouldBe(
        """{"type":"ack","ackId":1,"success":false,"error":{"name":"Forbidden","message":"no"}}""");

    [Fact]
    public void Pong() => Payload(ServerFrames.Pong).ShouldBe("""{"type":"pong"}""");

    private static string Payload(byte[] frame)
    {
        frame[0].ShouldBe((byte)0x81);
        return Encoding.UTF8.GetString(frame.AsSpan(frame[1] < 126 ? 2 : 4));
    }
}
