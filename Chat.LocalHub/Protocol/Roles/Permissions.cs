namespace Chat.LocalHub.Protocol.Roles;

/// <summary>
/// What a connection may do to groups, from its roles: <c>webpubsub.joinLeaveGroup</c> and <c>webpubsub.sendToGroup</c> for any group,
/// followed by <c>.{group}</c> for one (everything behind the prefix is the group, dots included), or in the plural followed by
/// <c>.{pattern}</c>. Unknown roles grant nothing.
/// </summary>
internal sealed class Permissions
{
    private const string JoinLeave = "webpubsub.joinLeaveGroup";
    private const string Send = "webpubsub.sendToGroup";

    private readonly Grant _joinLeave;
    private readonly Grant _send;

    private Permissions(Grant joinLeave, Grant send)
    {
        _joinLeave = joinLeave;
        _send = send;
    }

    /// <summary>A connection without roles sends events and receives; shared by all such connections.</summary>
    public static Permissions None { get; } = new(Grant.Nothing, Grant.Nothing);

    public static Permissions Of(IReadOnlyCollection<string> roles)
    {
        var joinLeave = Grant.Of(JoinLeave, roles);
        var send = Grant.Of(Send, roles);
        return joinLeave == Grant.Nothing && send == Grant.Nothing ? None : new Permissions(joinLeave, send);
    }

    public bool MayJoinOrLeave(string group) => _joinLeave.Allows(group);

    public bool MaySend(string group) => _send.Allows(group);

    private sealed class Grant(bool any, HashSet<string> groups, List<GroupPattern> patterns)
    {
        public static readonly Grant Nothing = new(any: false, [], []);

        public static Grant Of(string role, IReadOnlyCollection<string> roles)
        {
            var any = roles.Contains(role);
            var groups = After(role + ".", roles).ToHashSet(StringComparer.Ordinal);
            var patterns = After(role + "s.", roles).Select(GroupPattern.Parse).OfType<GroupPattern>().ToList();
            return any || groups.Count > 0 || patterns.Count > 0 ? new Grant(any, groups, patterns) : Nothing;
        }

        public bool Allows(string group) => any || groups.Contains(group) || patterns.Exists(pattern => pattern.Matches(group));

        private static IEnumerable<string> After(string prefix, IReadOnlyCollection<string> roles) =>
            roles.Where(role => role.StartsWith(prefix, StringComparison.Ordinal)).Select(role => role[prefix.Length..]);
    }
}
