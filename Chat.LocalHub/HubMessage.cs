namespace Chat.LocalHub;

/// <summary>What the bytes of a <see cref="HubMessage"/> are.</summary>
public enum MessageDataType
{
    /// <summary>One JSON value in UTF-8.</summary>
    Json,

    /// <summary>Text in UTF-8.</summary>
    Text,

    /// <summary>Any bytes.</summary>
    Binary,

    /// <summary>An encoded <c>google.protobuf.Any</c>.</summary>
    Protobuf,
}

/// <summary>Something to be sent, or that was received. The hub moves the bytes and keeps them: they must not change afterwards.</summary>
/// <param name="DataType">What <paramref name="Data"/> is.</param>
/// <param name="Data">The bytes.</param>
public readonly record struct HubMessage(MessageDataType DataType, ReadOnlyMemory<byte> Data)
{
    /// <summary>One complete JSON value in UTF-8. The hub does not parse it.</summary>
    public static HubMessage Json(ReadOnlyMemory<byte> utf8) => new(MessageDataType.Json, utf8);

    /// <summary>Text in UTF-8.</summary>
    public static HubMessage Text(ReadOnlyMemory<byte> utf8) => new(MessageDataType.Text, utf8);

    /// <summary>Any bytes.</summary>
    public static HubMessage Binary(ReadOnlyMemory<byte> bytes) => new(MessageDataType.Binary, bytes);
}
