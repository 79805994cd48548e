using System.Globalization;
using System.Text;
using Chat.LocalHub.Events;
using Chat.LocalHub.Protocol.Framing;

namespace Chat.LocalHub.Protocol.Json;

/// <summary>
/// The frames that the hub sends on <c>json.webpubsub.azure.v1</c>, ready for the wire. The official SDKs' own tests compare whole
/// strings: the order of the members is fixed, nothing is null and there is no white space.
/// </summary>
internal static class ServerFrames
{
    /// <summary>The start of every message that a server sent.</summary>
    public static readonly byte[] FromServer = "{\"type\":\"message\",\"from\":\"server\","u8.ToArray();

    /// <summary>The answer to <c>{"type":"ping"}</c>.</summary>
    public static readonly byte[] Pong = FrameWriter.Frame(Opcode.Text, "{\"type\":\"pong\"}"u8);

    /// <summary>The ping of RFC 6455 that every client answers by itself.</summary>
    public static readonly byte[] Ping = FrameWriter.Frame(Opcode.Ping, []);

    /// <summary>The start of every message of a group; made once per group.</summary>
    public static byte[] FromGroup(string group) => [.. "{\"type\":\"message\",\"from\":\"group\",\"group\":"u8, .. JsonData.Quote(group), (byte)','];

    /// <summary>The member that names the publisher; made once per connection. Empty for nobody.</summary>
    public static byte[] FromUser(string? userId) => userId is null ? [] : [.. "\"fromUserId\":"u8, .. JsonData.Quote(userId), (byte)','];

    /// <summary>A message, as one frame that all its receivers share.</summary>
    /// <param name="head"><see cref="FromServer"/> or <see cref="FromGroup"/>.</param>
    /// <param name="sender"><see cref="FromUser"/>.</param>
    /// <param name="dataType">What the data is.</param>
    /// <param name="data">The raw value of <c>data</c>.</param>
    public static byte[] Message(ReadOnlySpan<byte> head, ReadOnlySpan<byte> sender, MessageDataType dataType, ReadOnlySpan<byte> data)
    {
        var typeKey = "\"dataType\":"u8;
        var dataKey = ",\"data\":"u8;
        var type = JsonData.QuotedName(dataType);

        var payload = head.Length + sender.Length + typeKey.Length + type.Length + dataKey.Length + data.Length + 1;
        var frame = new byte[FrameWriter.HeaderLength(payload) + payload];
        var rest = frame.AsSpan(FrameWriter.WriteHeader(frame, Opcode.Text, payload));
        Put(ref rest, head);
        Put(ref rest, sender);
        Put(ref rest, typeKey);
        Put(ref rest, type);
        Put(ref rest, dataKey);
        Put(ref rest, data);
        rest[0] = (byte)'}';
        return frame;
    }

    /// <summary>The first frame of a connection.</summary>
    public static byte[] Connected(string connectionId, string? userId)
    {
        var user = userId is null ? "" : $"\"userId\":{Quoted(userId)},";
        return Text($"{{\"type\":\"system\",\"event\":\"connected\",{user}\"connectionId\":{Quoted(connectionId)}}}");
    }

    /// <summary>The last frame before the hub closes a connection on somebody's order.</summary>
    public static byte[] Disconnected(string message) =>
        Text($"{{\"type\":\"system\",\"event\":\"disconnected\",\"message\":{Quoted(message)}}}");

    /// <summary>Success.</summary>
    public static byte[] Ack(ulong ackId) => Text(string.Create(CultureInfo.InvariantCulture, $"{{\"type\":\"ack\",\"ackId\":{ackId},\"success\":true}}"));

    /// <summary>Failure.</summary>
    public static byte[] Nack(ulong ackId, AckError error, string message) => Text(string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"type\":\"ack\",\"ackId\":{ackId},\"success\":false,\"error\":{{\"name\":\"{error}\",\"message\":{Quoted(message)}}}}}"));

    private static byte[] Text(string json) => FrameWriter.Frame(Opcode.Text, Encoding.UTF8.GetBytes(json));

    private static string Quoted(string text) => Encoding.UTF8.GetString(JsonData.Quote(text));

    private static void Put(ref Span<byte> rest, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }
}
