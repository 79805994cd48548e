using System.Text.Json;

namespace Chat.LocalHub.Protocol.Json;

/// <summary>
/// Reads a client's frame (client protocol, "Client to service"). Members may come in any order; unknown members are skipped;
/// the value of <c>type</c> is compared without case.
/// </summary>
internal static class ClientFrameParser
{
    private const int MaxDepth = 256;
    private const int MaxGroupName = 1024;
    private const int MaxEventName = 128;

    /// <summary>False when the bytes are not a JSON object with a <c>type</c>, or a known member has the wrong JSON type.</summary>
    public static bool TryParse(ReadOnlySpan<byte> message, out ClientFrame frame)
    {
        frame = default;
        try
        {
            return Read(message, ref frame);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say that a string is not what its escapes promise (a lone surrogate).
            return false;
        }
    }

    private static bool Read(ReadOnlySpan<byte> message, ref ClientFrame frame)
    {
        var reader = new Utf8JsonReader(message, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;

        var typed = false;
        var dataTypeKnown = true;
        string? group = null;
        string? eventName = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var valid = true;
            if (reader.ValueTextEquals("type"u8))
            {
                typed = valid = TryReadString(ref reader, out var type);
                frame.Kind = KindOf(type);
            }
            else if (reader.ValueTextEquals("ackId"u8))
                valid = TryReadAckId(ref reader, ref frame.AckId);
            else if (reader.ValueTextEquals("group"u8))
                valid = TryReadString(ref reader, out group);
            else if (reader.ValueTextEquals("event"u8))
                valid = TryReadString(ref reader, out eventName);
            else if (reader.ValueTextEquals("noEcho"u8))
                valid = TryReadBoolean(ref reader, ref frame.NoEcho);
            else if (reader.ValueTextEquals("dataType"u8))
            {
                valid = TryReadString(ref reader, out var dataType);
                dataTypeKnown = TryNameDataType(dataType, out frame.DataType);
            }
            else if (reader.ValueTextEquals("data"u8))
                frame.Data = ReadRaw(ref reader, message);
            else
                reader.Skip();

            if (!valid)
                return false;
        }

        // Reading on makes the reader refuse bytes behind the object.
        if (!typed || reader.TokenType != JsonTokenType.EndObject || reader.Read())
            return false;

        frame.Name = frame.Kind == ClientFrameKind.Event ? eventName : group;
        frame.Problem = Check(frame, dataTypeKnown);
        return true;
    }

    private static string? Check(in ClientFrame frame, bool dataTypeKnown) => frame.Kind switch
    {
        ClientFrameKind.Unknown => "The type is unknown.",
        ClientFrameKind.Event when !IsEventName(frame.Name) => "The event's name is not valid.",
        ClientFrameKind.JoinGroup or ClientFrameKind.LeaveGroup or ClientFrameKind.SendToGroup when !IsGroupName(frame.Name) =>
            "The group's name is not valid.",
        ClientFrameKind.Event or ClientFrameKind.SendToGroup => CheckData(frame, dataTypeKnown),
        _ => null,
    };

    private static string? CheckData(in ClientFrame frame, bool dataTypeKnown)
    {
        if (!dataTypeKnown)
            return "The dataType is unknown.";
        if (frame.Data.IsEmpty)
            return "The data is missing.";

        return JsonData.Fits(frame.DataType, frame.Data) ? null : "The data does not fit its dataType.";
    }

    /// <summary>1 to 1024 characters, not only white space.</summary>
    public static bool IsGroupName(string? name) => name is { Length: > 0 and <= MaxGroupName } && !string.IsNullOrWhiteSpace(name);

    private static bool IsEventName(string? name)
    {
        if (name is not { Length: > 0 and <= MaxEventName } || !char.IsAsciiLetter(name[0]))
            return false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '-'))
                return false;
        }

        return true;
    }

    private static ClientFrameKind KindOf(string? type) => type?.ToUpperInvariant() switch
    {
        "JOINGROUP" => ClientFrameKind.JoinGroup,
        "LEAVEGROUP" => ClientFrameKind.LeaveGroup,
        "SENDTOGROUP" => ClientFrameKind.SendToGroup,
        "EVENT" => ClientFrameKind.Event,
        "PING" => ClientFrameKind.Ping,
        "SEQUENCEACK" => ClientFrameKind.SequenceAck,
        _ => ClientFrameKind.Unknown,
    };

    private static bool TryNameDataType(string? name, out MessageDataType dataType)
    {
        (var known, dataType) = name switch
        {
            "json" => (true, MessageDataType.Json),
            "text" => (true, MessageDataType.Text),
            "binary" => (true, MessageDataType.Binary),
            "protobuf" => (true, MessageDataType.Protobuf),
            _ => (false, default),
        };
        return known;
    }

    private static bool TryReadString(ref Utf8JsonReader reader, out string? value)
    {
        reader.Read();
        value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return value is not null;
    }

    private static bool TryReadBoolean(ref Utf8JsonReader reader, ref bool value)
    {
        reader.Read();
        value = reader.TokenType == JsonTokenType.True;
        return reader.TokenType is JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null;
    }

    private static bool TryReadAckId(ref Utf8JsonReader reader, ref ulong? ackId)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return true;
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetUInt64(out var value))
            return false;

        ackId = value;
        return true;
    }

    private static ReadOnlySpan<byte> ReadRaw(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> message)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return message[start..(int)reader.BytesConsumed];
    }
}
