namespace Chat.LocalHub.Protocol.Framing;

/// <summary>What a client did wrong, and how its connection is closed for it.</summary>
/// <param name="Code">The close code.</param>
/// <param name="Reason">The close reason, at most 123 bytes of UTF-8.</param>
internal sealed record Violation(CloseCode Code, string Reason)
{
    public static readonly Violation ReservedBits = new(CloseCode.ProtocolError, "A reserved bit is set.");
    public static readonly Violation UnknownOpcode = new(CloseCode.ProtocolError, "The opcode is unknown.");
    public static readonly Violation NotMasked = new(CloseCode.ProtocolError, "A client's frame must be masked.");
    public static readonly Violation BadControlFrame = new(CloseCode.ProtocolError, "A control frame is fragmented or too long.");
    public static readonly Violation BadLength = new(CloseCode.ProtocolError, "The frame's length is not valid.");
    public static readonly Violation BadFragment = new(CloseCode.ProtocolError, "A fragment is out of place.");
    public static readonly Violation BadClose = new(CloseCode.ProtocolError, "The close frame is not valid.");
    public static readonly Violation BadText = new(CloseCode.InvalidPayload, "Text must be UTF-8.");
    public static readonly Violation TooBig = new(CloseCode.TooBig, "The message is too big.");

    /// <summary>A subprotocol of JSON got a binary message.</summary>
    public static readonly Violation NotText = new(CloseCode.UnsupportedData, "The JSON subprotocol requires text messages.");

    /// <summary>A message that is no frame of the subprotocol.</summary>
    public static readonly Violation BadFrame = new(CloseCode.InvalidPayload, "The message is not valid for the subprotocol.");
}
