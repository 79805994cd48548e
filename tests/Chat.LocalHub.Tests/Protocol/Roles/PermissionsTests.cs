using Chat.LocalHub.Protocol.Roles;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Protocol.Roles;

public sealed class PermissionsTests
{
    [Theory]
    [InlineData("webpubsub.joinLeaveGroup", "any", true, false)]
    [InlineData("webpubsub.sendToGroup", "any", false, true)]
    [InlineData("webpubsub.joinLeaveGroup.a.b", "a.b", true, false)]
    [InlineData("webpubsub.joinLeaveGroup.a.b", "a", false, false)]
    [InlineData("webpubsub.sendToGroup.g", "g", false, true)]
    [InlineData("webpubsub.sendToGroup.g", "G", false, false)]
    [InlineData("webpubsub.sendToGroups.room.*", "room.1", false, true)]
    [InlineData("webpubsub.joinLeaveGroups.room.*", "room.1.2", false, false)]
    [InlineData("webpubsub.joinLeaveGroups.**", "room.1.2", true, false)]
    [InlineData("webpubsub.sendToGroups", "any", false, false)]
    [InlineData("WebPubSub.SendToGroup", "any", false, false)]
    [InlineData("admin", "any", false, false)]
    public void A_role_grants(string role, string group, bool joins, bool sends)
    {
        var permissions = Permissions.Of([role]);

        permissions.MayJoinOrLeave(group).ShouldBe(joins);
        permissions.MaySend(group).ShouldBe(sends);
    }

    [Theory]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a.c", false)]
    [InlineData("a*", "a", true)]
    [InlineData("a*c*e", "abcde", true)]
    [InlineData("a*c*e", "abde", false)]
    [InlineData("a.*.c", "a.b.c", true)]
    [InlineData("a.*.c", "a.b.b.c", false)]
    [InlineData("a.**.c", "a.b.b.c", true)]
    [InlineData("**", "", true)]
    [InlineData(@"a\*", "a*", true)]
    [InlineData(@"a\*", "ab", false)]
    [InlineData(@"a\?", "a?", true)]
    [InlineData(@"a\\*", @"a\b", true)]
    [InlineData("A", "a", false)]
    public void A_pattern_matches(string pattern, string group, bool matches) => GroupPattern.Parse(pattern)!.Matches(group).ShouldBe(matches);

    [Theory]
    [InlineData("")]
    [InlineData(@"a\")]
    [InlineData("a*b*c*d*e*f*")]
    [InlineData("******")]
    public void A_pattern_that_is_not_valid_grants_nothing(string pattern) => GroupPattern.Parse(pattern).ShouldBeNull();
}
