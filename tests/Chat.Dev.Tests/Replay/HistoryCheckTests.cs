using Chat.Dev.Replay;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Replay;

public sealed class HistoryCheckTests
{
    private static readonly HistoryEntry[] Log = [.. Enumerable.Range(0, 10).Select(number => new HistoryEntry(Guid.NewGuid(), "ada", $"line {number}"))];

    [Fact]
    public void A_history_equal_to_its_log_has_no_difference()
    {
        HistoryCheck.Compare(Log, Log).ShouldBe(new HistoryDifference(0, 0, 0, 0));
        HistoryCheck.Compare([], []).IsNone.ShouldBeTrue();
    }

    [Fact]
    public void User_names_are_compared_without_case() =>
        HistoryCheck.Compare(Log, [.. Log.Select(entry => entry with { Author = "ADA" })]).IsNone.ShouldBeTrue();

    [Fact]
    public void A_missing_line_is_lost() => HistoryCheck.Compare(Log, [.. Log[..4], .. Log[5..]]).ShouldBe(new HistoryDifference(1, 0, 0, 0));

    [Fact]
    public void A_line_with_another_text_or_author_is_lost()
    {
        HistoryCheck.Compare(Log, [Log[0] with { Content = "line 0 " }, .. Log[1..]]).Lost.ShouldBe(1);
        HistoryCheck.Compare(Log, [Log[0] with { Author = "grace" }, .. Log[1..]]).Lost.ShouldBe(1);
    }

    [Fact]
    public void A_line_that_is_there_twice_is_doubled_whether_its_id_is_the_same_or_not()
    {
        HistoryCheck.Compare(Log, [.. Log, Log[3]]).ShouldBe(new HistoryDifference(0, 1, 0, 0));
        HistoryCheck.Compare(Log, [.. Log, Log[3] with { Id = Guid.NewGuid() }]).ShouldBe(new HistoryDifference(0, 1, 0, 0));
    }

    [Fact]
    public void What_had_to_move_is_out_of_order()
    {
        HistoryCheck.Compare(Log, [Log[1], Log[0], .. Log[2..]]).ShouldBe(new HistoryDifference(0, 0, 1, 0));
        HistoryCheck.Compare(Log, [.. Log.Reverse()]).OutOfOrder.ShouldBe(9);
    }

    [Fact]
    public void What_others_wrote_is_no_fault() =>
        HistoryCheck.Compare(Log, [.. Log[..5], new HistoryEntry(Guid.NewGuid(), "eve", "hello"), .. Log[5..]]).ShouldBe(new HistoryDifference(0, 0, 0, 1));

    [Fact]
    public void Two_equal_lines_of_one_log_are_two_messages()
    {
        HistoryEntry[] log = [new(Guid.NewGuid(), "ada", "+1"), new(Guid.NewGuid(), "ada", "+1")];
        HistoryCheck.Compare(log, log).IsNone.ShouldBeTrue();
        HistoryCheck.Compare(log, log[..1]).Lost.ShouldBe(1);
    }
}
