using Chat.LocalHub.Operations;

namespace Chat.LocalHub.Backplane;

/// <summary>An operation that each node does for the connections it holds. The numbers go over the wire and never change.</summary>
internal enum CallKind : byte
{
    AddConnectionToGroup = 1,
    RemoveConnectionFromGroup = 2,
    RemoveConnectionFromAllGroups = 3,
    AddUserToGroup = 4,
    RemoveUserFromGroup = 5,
    RemoveUserFromAllGroups = 6,
    CloseConnection = 7,
    CloseUser = 8,
    CloseGroup = 9,
    CloseAll = 10,
    FindConnection = 11,
    FindUser = 12,
    FindGroup = 13,
    ListGroup = 14,
}

/// <param name="Kind">The operation.</param>
/// <param name="Target">A connection or user id; for <see cref="CallKind.ListGroup"/> the id after which the page begins.</param>
internal sealed record NodeCall(CallKind Kind, string Target)
{
    public string Group { get; init; } = "";

    public string Reason { get; init; } = "";

    public IReadOnlyCollection<string>? Excluded { get; init; }

    public int Limit { get; init; }

    /// <summary>Only one node can hold what it is about, so that the first success is the whole answer.</summary>
    public bool IsForOneConnection => Kind
        is CallKind.AddConnectionToGroup or CallKind.RemoveConnectionFromGroup or CallKind.RemoveConnectionFromAllGroups
        or CallKind.CloseConnection;

    /// <summary>It asks whether something is there: one node that has it is the whole answer.</summary>
    public bool IsSearch => Kind is CallKind.FindConnection or CallKind.FindUser or CallKind.FindGroup;
}

/// <summary>What one node did.</summary>
/// <param name="Count">Connections found.</param>
/// <param name="Members">The page, for <see cref="CallKind.ListGroup"/>.</param>
internal sealed record NodeAnswer(int Count, IReadOnlyList<GroupMember> Members)
{
    public static NodeAnswer Of(int count) => new(count, []);
}

/// <summary>The answers of all other nodes together.</summary>
/// <param name="Count">Connections found.</param>
/// <param name="Members">All pages, in no order.</param>
/// <param name="Complete">Whether no node is missing.</param>
internal sealed record Gathered(int Count, IReadOnlyList<GroupMember> Members, bool Complete)
{
    public static Gathered NoOtherNodes { get; } = new(0, [], Complete: true);
}
