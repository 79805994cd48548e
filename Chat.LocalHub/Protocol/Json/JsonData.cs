using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chat.LocalHub.Protocol.Json;

/// <summary>
/// The value of a JSON frame's <c>data</c> member: json as itself, text as a string, binary and protobuf as a base64 string.
/// Inside the hub data is moved in this form, as it came, and made into bytes only for the application.
/// </summary>
internal static class JsonData
{
    /// <summary>The names of <see cref="MessageDataType"/> in a frame, with their quotes.</summary>
    public static ReadOnlySpan<byte> QuotedName(MessageDataType dataType) => dataType switch
    {
        MessageDataType.Text => "\"text\""u8,
        MessageDataType.Binary => "\"binary\""u8,
        MessageDataType.Protobuf => "\"protobuf\""u8,
        _ => "\"json\""u8,
    };

    /// <summary>The value for a message. JSON is not copied.</summary>
    public static ReadOnlyMemory<byte> Encode(HubMessage message) => message.DataType switch
    {
        MessageDataType.Json => message.Data,
        MessageDataType.Text => Quote(message.Data.Span),
        _ => QuoteBase64(message.Data.Span),
    };

    /// <summary>A JSON string with its quotes; only what JSON demands is escaped.</summary>
    public static byte[] Quote(ReadOnlySpan<byte> utf8)
    {
        var encoded = JsonEncodedText.Encode(utf8, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
        return [(byte)'"', .. encoded, (byte)'"'];
    }

    /// <summary>The same for text that is not UTF-8 yet.</summary>
    public static byte[] Quote(string text) => Quote(Encoding.UTF8.GetBytes(text));

    /// <summary>The message that a value stands for, in bytes of its own; null when the value does not fit its type.</summary>
    /// <param name="dataType">The frame's data type.</param>
    /// <param name="value">The raw value.</param>
    public static HubMessage? Decode(MessageDataType dataType, ReadOnlySpan<byte> value)
    {
        if (dataType == MessageDataType.Json)
            return HubMessage.Json(value.ToArray());

        var reader = new Utf8JsonReader(value);
        if (!reader.Read() || reader.TokenType != JsonTokenType.String)
            return null;
        if (dataType == MessageDataType.Text)
            return DecodeText(reader, value.Length);

        return reader.TryGetBytesFromBase64(out var bytes) ? new HubMessage(dataType, bytes) : null;
    }

    private static HubMessage? DecodeText(Utf8JsonReader reader, int maxLength)
    {
        try
        {
            var text = new byte[maxLength];
            return HubMessage.Text(text.AsMemory(0, reader.CopyString(text)));
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say that an escape is half a surrogate pair.
            return null;
        }
    }

    /// <summary>Whether a value fits its type, without decoding it.</summary>
    public static bool Fits(MessageDataType dataType, ReadOnlySpan<byte> value) => dataType switch
    {
        MessageDataType.Json => true,
        _ when value is not [(byte)'"', ..] => false,

        // An escape may stand for half a surrogate pair, which is no text; and a client may escape the slashes of its base64.
        _ when value.Contains((byte)'\\') => Decode(dataType, value) is not null,
        MessageDataType.Text => true,
        _ => Base64.IsValid(value[1..^1]),
    };

    private static byte[] QuoteBase64(ReadOnlySpan<byte> bytes)
    {
        var quoted = new byte[Base64.GetMaxEncodedToUtf8Length(bytes.Length) + 2];
        quoted[0] = (byte)'"';
        Base64.EncodeToUtf8(bytes, quoted.AsSpan(1), out _, out _);
        quoted[^1] = (byte)'"';
        return quoted;
    }
}
