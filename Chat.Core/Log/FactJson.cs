using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chat.Core.Log;

/// <summary>
/// Writes a fact as clients get it: <c>{"v":1,"kind":…,"room":…,"epoch":…,"seq":…,"at":…,"data":{…}}</c> (docs/protocol.md SK3).
/// The live path and the history both write with it, so that a fact is the same bytes on either.
/// </summary>
public static class FactJson
{
    /// <summary>
    /// How facts are written. Not for HTML: quotes and everything outside ASCII stay as they are, which keeps most messages at their
    /// own length.
    /// </summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The fact as one JSON document.</summary>
    public static ReadOnlyMemory<byte> Write(LogEntry entry, string epoch)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var buffer = new ArrayBufferWriter<byte>(320 + (entry.Content?.Length ?? entry.Data!.Length));
        using var json = new Utf8JsonWriter(buffer, Writing);
        Write(json, entry, epoch);
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The fact as the next value of a document.</summary>
    public static void Write(Utf8JsonWriter json, LogEntry entry, string epoch)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(entry);
        json.WriteStartObject();
        json.WriteNumber("v"u8, 1);
        json.WriteString("kind"u8, entry.Kind);
        json.WriteString("room"u8, entry.RoomId);
        json.WriteString("epoch"u8, epoch);
        json.WriteNumber("seq"u8, entry.Seq);
        json.WriteString("at"u8, entry.At);
        json.WritePropertyName("data"u8);
        if (entry.Data is null) WriteMessage(json, entry);
        else json.WriteRawValue(entry.Data, skipInputValidation: true);
        json.WriteEndObject();
    }

    /// <summary>A signal to all devices of a user that names a room: the same shape without a position.</summary>
    public static ReadOnlyMemory<byte> WriteRoomSignal(string kind, Guid roomId, DateTimeOffset at)
    {
        var buffer = new ArrayBufferWriter<byte>(160);
        using var json = new Utf8JsonWriter(buffer, Writing);
        json.WriteStartObject();
        json.WriteNumber("v"u8, 1);
        json.WriteString("kind"u8, kind);
        json.WriteString("at"u8, at);
        json.WriteStartObject("data"u8);
        json.WriteString("room"u8, roomId);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteMessage(Utf8JsonWriter json, LogEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, entry.MessageId!.Value);
        json.WriteStartObject("author"u8);
        if (entry.AuthorId is { } author) json.WriteString("id"u8, author);
        else json.WriteNull("id"u8);
        json.WriteString("name"u8, entry.AuthorName);
        json.WriteEndObject();
        json.WriteString("content"u8, entry.Content);
        json.WriteEndObject();
    }
}
