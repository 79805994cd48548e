using Chat.Core.Common;
using Chat.Core.Messages;
using Shouldly;
using Xunit;

namespace Chat.Core.Tests.Messages;

public sealed class MessageRulesTests
{
    [Theory]
    [InlineData("hello")]
    [InlineData("\u0008\u001c control characters are kept")]
    [InlineData("👩‍👩‍👧 ü ไทย")]
    public void Text_is_good(string content) => MessageRules.Check(content, 1000).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n ")]
    [InlineData(null)]
    public void Nothing_but_white_space_is_refused(string? content) => MessageRules.Check(content, 1000).ShouldBe(Errors.MessageEmpty);

    // Not a theory: the runner passes arguments as UTF-8, which half a character does not survive.
    [Fact]
    public void What_is_no_text_is_refused()
    {
        foreach (var content in new[] { "a\0b", "half \ud83d", "\ud83d half", "\udc69\ud83d wrong way round" })
        {
            MessageRules.Check(content, 1000).ShouldBe(Errors.MessageNotText);
        }
    }

    [Fact]
    public void The_limit_counts_bytes_and_is_inclusive()
    {
        MessageRules.Check("üüü", 6).ShouldBeNull();
        MessageRules.Check("üüüa", 6)!.Code.ShouldBe("message.too_large");
    }
}
