namespace Chat.Core.Transport;

/// <summary>The names of all groups. Nothing else in the product spells one.</summary>
public static class Groups
{
    /// <summary>The live members of a room.</summary>
    public static string Room(Guid roomId) => $"room:{roomId:D}";

    /// <summary>All devices of a user.</summary>
    public static string User(Guid userId) => $"user:{userId:D}";
}
