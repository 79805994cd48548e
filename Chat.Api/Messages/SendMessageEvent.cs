using System.Text.Json;
using System.Text.Json.Serialization;
using Chat.Api.Upstream;
using Chat.Core.Common;
using Chat.Core.Limits;
using Chat.Core.Messages;

namespace Chat.Api.Messages;

/// <summary>The socket event <c>message.send</c> (docs/protocol.md SK4): what <see cref="SendMessage"/> is over HTTP.</summary>
internal sealed partial class SendMessageEvent(MessageService messages) : ISocketEvent
{
    public string Name => "message.send";

    public async ValueTask<SocketReply> HandleAsync(SocketCaller caller, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (Read(data.Span) is not { Room: { } room, Id: { } id } message) return SocketReply.Refused(Errors.RequestInvalid);

        var result = await messages.SendAsync(caller.UserId, LimitProfile.Standard, room, id, message.Content);
        return result.Succeeded
            ? SocketReply.Done(new Sent(result.Value.Seq, result.Value.At), SentJson.Default.Sent, id.ToString())
            : SocketReply.Refused(result.Error, id.ToString());
    }

    private static SendData? Read(ReadOnlySpan<byte> data)
    {
        try
        {
            return JsonSerializer.Deserialize(data, SentJson.Default.SendData);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record SendData(Guid? Room, Guid? Id, string? Content);

    private sealed record Sent(long Seq, DateTimeOffset At);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(SendData))]
    [JsonSerializable(typeof(Sent))]
    private sealed partial class SentJson : JsonSerializerContext;
}
