namespace Chat.Core.Log;

/// <summary>The kinds of facts and of a user's own signals, as they are on the wire (docs/protocol.md section 4).</summary>
public static class FactKinds
{
    /// <summary>A message was stored.</summary>
    public const string MessageCreated = "message.created";

    /// <summary>The room began.</summary>
    public const string RoomCreated = "room.created";

    /// <summary>A user came in.</summary>
    public const string MemberJoined = "member.joined";

    /// <summary>A user left.</summary>
    public const string MemberLeft = "member.left";

    /// <summary>A signal to all devices of a user: you are in this room now.</summary>
    public const string RoomJoined = "room.joined";

    /// <summary>A signal to all devices of a user: you are no longer in this room.</summary>
    public const string RoomLeft = "room.left";
}
