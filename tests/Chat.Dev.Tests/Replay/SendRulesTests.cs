using Chat.Dev.Replay.Irc;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Replay;

public sealed class SendRulesTests
{
    private readonly SendRules _rules = new(MessageBytes: 8);

    [Theory]
    [InlineData("ada", "text", null)]
    [InlineData("ada", "\u0002", null)]
    [InlineData("ada", "", "empty")]
    [InlineData("ada", " \t ", "only white space")]
    [InlineData("ada", "a\0b", "holds U+0000")]
    [InlineData("ada", "éééé", null)]
    [InlineData("ada", "ééééé", "too large")]
    [InlineData("a b", "text", "not a user name")]
    [InlineData("éva", "text", "not a user name")]
    public void Names_the_reason_for_which_a_server_must_refuse_a_line(string nick, string text, string? reason) =>
        _rules.Refusal(new Said(1, nick, text)).ShouldBe(reason);
}
