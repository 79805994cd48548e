using System.Buffers;
using System.Text.Json;
using Chat.Core.Common;

namespace Chat.Api.Upstream;

/// <summary>Writes what a client is told about its event (docs/protocol.md SK4).</summary>
internal static class ReplyFrame
{
    /// <summary>The frame's data, or empty when the client asked for nothing and there is nothing to tell.</summary>
    /// <param name="name">The event.</param>
    /// <param name="data">What the client sent with it: its <c>ref</c> is given back.</param>
    /// <param name="reply">The outcome.</param>
    public static ReadOnlyMemory<byte> Write(string name, ReadOnlyMemory<byte> data, SocketReply reply)
    {
        var reference = reply.Ref ?? FindRef(data);
        if (reference is null && reply.Data.IsEmpty && reply.Error is null) return default;

        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("v"u8, 1);
        json.WriteString("kind"u8, "reply"u8);
        json.WriteString("event"u8, name);
        if (reference is not null) json.WriteString("ref"u8, reference);
        json.WriteBoolean("ok"u8, reply.Error is null);
        if (reply.Error is { } error) WriteError(json, error);
        else if (!reply.Data.IsEmpty) WriteData(json, reply.Data.Span);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteData(Utf8JsonWriter json, ReadOnlySpan<byte> data)
    {
        json.WritePropertyName("data"u8);
        json.WriteRawValue(data, skipInputValidation: true);
    }

    private static void WriteError(Utf8JsonWriter json, Error error)
    {
        json.WriteStartObject("error"u8);
        json.WriteString("code"u8, error.Code);
        json.WriteString("message"u8, error.Message);
        if (error.RetryAfter is { } wait) json.WriteNumber("retryAfter"u8, Math.Ceiling(wait.TotalSeconds));
        foreach (var (member, value) in error.Details ?? EmptyDetails)
        {
            json.WritePropertyName(member);
            JsonSerializer.Serialize(json, value, value.GetType());
        }

        json.WriteEndObject();
    }

    private static readonly IReadOnlyDictionary<string, object> EmptyDetails = new Dictionary<string, object>();

    private static string? FindRef(ReadOnlyMemory<byte> data)
    {
        try
        {
            using var document = JsonDocument.Parse(data);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("ref"u8, out var reference) && reference.ValueKind == JsonValueKind.String
                    ? reference.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
