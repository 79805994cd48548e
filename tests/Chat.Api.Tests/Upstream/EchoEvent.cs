using System.Text.Json;
using System.Text.Json.Serialization;
using Chat.Api.Upstream;
using Chat.Core.Common;

namespace Chat.Api.Tests.Upstream;

/// <summary>An event whose data says how it ends.</summary>
internal sealed partial class EchoEvent : ISocketEvent
{
    public SocketCaller? LastCaller { get; private set; }

    public string Name => "echo";

    public ValueTask<SocketReply> HandleAsync(SocketCaller caller, ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        LastCaller = caller;
        var asked = JsonSerializer.Deserialize(data.Span, EchoJson.Default.Asked)!;
        return ValueTask.FromResult(asked.Outcome switch
        {
            "refused" => SocketReply.Refused(Errors.RoomFull(500)),
            "limited" => SocketReply.Refused(Errors.RateLimited(TimeSpan.FromSeconds(1.2))),
            "away" => SocketReply.Refused(Errors.ServiceUnavailable),
            "bug" => throw new InvalidOperationException("a bug"),
            "named" => SocketReply.Done(asked, EchoJson.Default.Asked, reference: "named by the handler"),
            "silent" => SocketReply.Done(),
            _ => SocketReply.Done(asked, EchoJson.Default.Asked),
        });
    }

    internal sealed record Asked(string Outcome, string? Ref = null);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Asked))]
    internal sealed partial class EchoJson : JsonSerializerContext;
}
