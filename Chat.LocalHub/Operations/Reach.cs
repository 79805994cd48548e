namespace Chat.LocalHub.Operations;

/// <summary>How far an operation got.</summary>
/// <param name="Connections">Connections that it found and acted on, on all nodes that answered.</param>
/// <param name="Complete">
/// Whether every node answered. False when Redis is away or a node is silent: what this node holds is done, the rest may or may not be.
/// Doing it again is safe.
/// </param>
public readonly record struct Reach(int Connections, bool Complete);

/// <summary>Whether something is there.</summary>
public enum Existence
{
    /// <summary>No node has it.</summary>
    No,

    /// <summary>A node has it.</summary>
    Yes,

    /// <summary>This node does not have it, and not all others could be asked.</summary>
    Unknown,
}

/// <summary>One connection in a group.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="UserId">Its user; null when it is anonymous.</param>
public readonly record struct GroupMember(string ConnectionId, string? UserId);

/// <summary>A page of a group's connections, in the order of their ids.</summary>
/// <param name="Members">The page.</param>
/// <param name="Complete">Whether every node answered.</param>
public sealed record MemberPage(IReadOnlyList<GroupMember> Members, bool Complete);
