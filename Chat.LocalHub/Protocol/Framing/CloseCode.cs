namespace Chat.LocalHub.Protocol.Framing;

/// <summary>The close codes that the hub sends (RFC 6455 section 7.4.1). The list is closed; docs/hub.md says when each is sent.</summary>
internal enum CloseCode : ushort
{
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    UnsupportedData = 1003,
    InvalidPayload = 1007,
    TooBig = 1009,
}

internal static class CloseCodes
{
    /// <summary>
    /// Whether a peer may put this code into a close frame: those registered for use on the wire, and 3000 to 4999 for libraries
    /// and applications. 1004 to 1006 and 1015 are reserved for never being sent.
    /// </summary>
    public static bool MayBeReceived(int code) => code is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999);
}
