using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chat.Core.Common;

namespace Chat.Api.PlainSockets;

/// <summary>What goes over a plain socket (docs/protocol.md section 5): one JSON object per frame, the case of names does not matter.</summary>
internal static class PlainLine
{
    // People read these lines in a terminal: everything that is not ASCII stays as it is.
    private static readonly PlainLineJson Json =
        new(new JsonSerializerOptions { PropertyNameCaseInsensitive = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A line that a guest typed; null when it is not such an object.</summary>
    public static LineIn? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Json.LineIn) is { Content: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static byte[] Write(LineOut line) => JsonSerializer.SerializeToUtf8Bytes(line, Json.LineOut);

    public static byte[] Write(Error error) =>
        JsonSerializer.SerializeToUtf8Bytes(new ErrorLine(error.Code, error.Message), Json.ErrorLine);
}

internal sealed record LineIn(string? Author, string? Content);

internal sealed record LineOut(string Author, string Content, long Seq, DateTimeOffset At);

internal sealed record ErrorLine(string Error, string Message);

[JsonSerializable(typeof(LineIn))]
[JsonSerializable(typeof(LineOut))]
[JsonSerializable(typeof(ErrorLine))]
internal sealed partial class PlainLineJson : JsonSerializerContext;
