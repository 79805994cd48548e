using System.Text;
using Chat.Dev.Replay.Irc;
using Chat.Testing;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Replay;

public sealed class IrcLogTests
{
    [Theory]
    [InlineData("[11:22] <frenkel> hi  there ", "frenkel", "hi  there ")]
    [InlineData("[11:22] <a> <b> quoted", "a", "<b> quoted")]
    [InlineData("[11:22] <[x]^y|`\\{z}> text", "[x]^y|`\\{z}", "text")]
    [InlineData("[11:22] <a> ", "a", "")]
    [InlineData("[11:22] <a>", "a", "")]
    [InlineData("[12:00] <zcat[1] > hi", "zcat[1]", "hi")]
    [InlineData("[04:48]  * unperson sits and listens", "unperson", "/me sits and listens")]
    [InlineData("=== khermans claps", "khermans", "/me claps")]
    [InlineData("=== Voyage_ wonders if he has joined #ubuntu", "Voyage_", "/me wonders if he has joined #ubuntu")]
    public void A_line_that_somebody_said_keeps_who_and_what(string line, string nick, string text) =>
        IrcLog.Parse(7, line).ShouldBe(new Said(7, nick, text));

    [Fact]
    public void Joins_parts_kicks_and_new_names_are_told_apart()
    {
        IrcLog.Parse(1, "=== sam [n=s@h.example]  has joined #Ubuntu").ShouldBe(new Joined(1, "sam"));
        IrcLog.Parse(1, "=== sam [n=s@h.example]  has left #ubuntu [\"-carpe] ").ShouldBe(new Left(1, "sam"));
        IrcLog.Parse(1, "=== zcat[1]  [n=z@h.example]  has joined #ubuntu").ShouldBe(new Joined(1, "zcat[1]"));
        IrcLog.Parse(1, "=== sam was kicked off #ubuntu by op (noise)").ShouldBe(new Left(1, "sam"));
        IrcLog.Parse(1, "=== sam is now known as sam_away").ShouldBe(new Renamed(1, "sam", "sam_away"));
    }

    [Theory]
    [InlineData("=== mode/#ubuntu [+o x]  by y", "mode")]
    [InlineData("=== ..[topic/#ubuntu:x] : hello", "topic")]
    [InlineData("", "other")]
    [InlineData("no such format", "other")]
    public void What_a_room_has_no_place_for_is_skipped(string line, string what) => IrcLog.Parse(1, line).ShouldBe(new Skipped(1, what));

    [Fact]
    public void Lines_end_at_line_feeds_only()
    {
        var log = Encoding.UTF8.GetBytes("[09:00] <a> one\u2028still one\u0085still\r\n[09:00] <a> two");
        IrcLog.Read(log).ShouldBe([new Said(1, "a", "one\u2028still one\u0085still"), new Said(2, "a", "two")]);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_become_the_same_replacement_every_time()
    {
        byte[] log = [.. "[09:00] <a> caf"u8, 0xE9, .. " x"u8];
        IrcLog.Read(log).ShouldBe([new Said(1, "a", "caf\uFFFD x")]);
        IrcLog.Read(log).ShouldBe(IrcLog.Read(log));
    }

    [Fact]
    public void Control_characters_are_kept_as_typed() =>
        IrcLog.Parse(1, "[09:00] <a> \u0002bold\u0002 \u0008\u001c\u001d").ShouldBe(new Said(1, "a", "\u0002bold\u0002 \u0008\u001c\u001d"));

    [Fact]
    public void A_nick_may_be_padded_inside_its_brackets() =>
        IrcLog.Parse(1, "[12:00] <zcat[1] > hello").ShouldBe(new Said(1, "zcat[1]", "hello"));

    [ReplayLogsFact]
    public void Real_logs_leave_no_line_unread()
    {
        foreach (var file in ReplayLogsFactAttribute.Logs)
        {
            var lines = IrcLog.Read(File.ReadAllBytes(file)).ToList();
            lines.Count.ShouldBe(File.ReadAllBytes(file).Count(each => each == (byte)'\n'), file);
            lines.OfType<Skipped>().ShouldNotContain(line => line.What == "other", file);
        }
    }
}
