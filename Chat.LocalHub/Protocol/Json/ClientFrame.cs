namespace Chat.LocalHub.Protocol.Json;

/// <summary>What a client's frame asks for.</summary>
internal enum ClientFrameKind
{
    /// <summary>A type that this hub does not know. Newer clients may send such frames.</summary>
    Unknown,
    JoinGroup,
    LeaveGroup,
    SendToGroup,
    Event,
    Ping,

    /// <summary>Only meant for the reliable protocol; ignored on this one.</summary>
    SequenceAck,
}

/// <summary>A frame of a client on <c>json.webpubsub.azure.v1</c>. It lives on the stack: its data is a slice of the message.</summary>
internal ref struct ClientFrame
{
    public ClientFrameKind Kind;

    /// <summary>Chosen by the client; null when it wants no acknowledgement.</summary>
    public ulong? AckId;

    /// <summary>The group, or the event's name.</summary>
    public string? Name;

    /// <summary>The publisher does not want its own message back.</summary>
    public bool NoEcho;

    public MessageDataType DataType;

    /// <summary>The raw value of <c>data</c>; empty when there is none.</summary>
    public ReadOnlySpan<byte> Data;

    /// <summary>What is wrong with it, when it is JSON but not a valid frame of its kind.</summary>
    public string? Problem;
}
