namespace Chat.Core.Transport;

/// <summary>Which connections a message goes to.</summary>
public enum TargetKind
{
    /// <summary>All connections in a group.</summary>
    Group,

    /// <summary>All connections of a user.</summary>
    User,

    /// <summary>One connection.</summary>
    Connection,
}

/// <summary>An address in the transport.</summary>
/// <param name="Kind">What <paramref name="Name"/> names.</param>
/// <param name="Name">The group, the user id or the connection id.</param>
public readonly record struct Target(TargetKind Kind, string Name)
{
    /// <summary>Everybody in <paramref name="group"/>.</summary>
    public static Target Group(string group) => new(TargetKind.Group, group);

    /// <summary>Every connection of <paramref name="userId"/>.</summary>
    public static Target User(string userId) => new(TargetKind.User, userId);

    /// <summary>The connection <paramref name="connectionId"/>.</summary>
    public static Target Connection(string connectionId) => new(TargetKind.Connection, connectionId);
}

/// <summary>Something to be told: a JSON document that was serialised once and is only moved from here on.</summary>
/// <param name="Target">Who gets it.</param>
/// <param name="Json">One complete JSON value in UTF-8. The transport keeps the bytes; they must not change afterwards.</param>
public readonly record struct Outbound(Target Target, ReadOnlyMemory<byte> Json);
