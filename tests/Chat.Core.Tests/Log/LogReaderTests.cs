using Chat.Core.Log;
using Chat.Core.Messages;
using Chat.Testing.Stores;
using Shouldly;
using Xunit;

namespace Chat.Core.Tests.Log;

public sealed class LogReaderTests(ChatDatabase database) : IClassFixture<ChatDatabase>
{
    // Positions 1 and 2 are the room's and its owner's; the messages are 3 to 12.
    [Theory]
    [InlineData(4, new long[] { 9, 10, 11, 12 }, true, false)]
    [InlineData(10, new long[] { 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }, false, false)]
    public async Task The_newest_page_ends_at_the_newest_message(int limit, long[] expected, bool hasBefore, bool hasAfter) =>
        Check(await ReadAsync((log, room) => log.MessagesBeforeAsync(room, null, null, limit, default)), expected, hasBefore, hasAfter);

    [Theory]
    [InlineData(9, 3, new long[] { 6, 7, 8 }, true, true)]
    [InlineData(5, 3, new long[] { 3, 4 }, false, true)]
    [InlineData(3, 3, new long[] { }, false, true)]
    [InlineData(99, 2, new long[] { 11, 12 }, true, false)]
    public async Task A_page_before_a_position_ends_just_before_it(long before, int limit, long[] expected, bool hasBefore, bool hasAfter) =>
        Check(await ReadAsync((log, room) => log.MessagesBeforeAsync(room, null, before, limit, default)), expected, hasBefore, hasAfter);

    [Theory]
    [InlineData(5, 3, new long[] { 6, 7, 8 }, true, true)]
    [InlineData(10, 3, new long[] { 11, 12 }, true, false)]
    [InlineData(0, 2, new long[] { 3, 4 }, false, true)]
    [InlineData(12, 2, new long[] { }, true, false)]
    public async Task A_page_after_a_position_begins_just_after_it(long after, int limit, long[] expected, bool hasBefore, bool hasAfter) =>
        Check(await ReadAsync((log, room) => log.MessagesAfterAsync(room, null, after, limit, default)), expected, hasBefore, hasAfter);

    [Theory]
    [InlineData(7, 4, new long[] { 5, 6, 7, 8 }, true, true)]
    [InlineData(3, 4, new long[] { 3, 4 }, false, true)]
    [InlineData(12, 5, new long[] { 10, 11, 12 }, true, false)]
    public async Task A_page_around_a_position_has_it_in_the_middle(long around, int limit, long[] expected, bool hasBefore, bool hasAfter) =>
        Check(await ReadAsync((log, room) => log.MessagesAroundAsync(room, null, around, limit, default)), expected, hasBefore, hasAfter);

    [Fact]
    public async Task Facts_come_in_order_from_both_tables_up_to_the_limit()
    {
        await using var host = await CoreHost.StartAsync(database);
        var room = await FilledRoomAsync(host);
        var log = host.Get<LogReader>();

        (await log.FactsAfterAsync(room, null, 0, 5, default)).Value!.Items.Select(fact => fact.Seq).ShouldBe([1, 2, 3, 4, 5]);
        (await log.FactsAfterAsync(room, null, 10, 5, default)).Value!.Items.Select(fact => fact.Seq).ShouldBe([11, 12]);
        (await log.FactsAfterAsync(room, null, 12, 5, default)).Value!.HeadSeq.ShouldBe(12);
    }

    private async Task<MessagePage> ReadAsync(Func<LogReader, Guid, Task<Common.Result<MessagePage>>> read)
    {
        await using var host = await CoreHost.StartAsync(database);
        return (await read(host.Get<LogReader>(), await FilledRoomAsync(host))).Value!;
    }

    private static async Task<Guid> FilledRoomAsync(CoreHost host)
    {
        var ada = await host.NewUserAsync();
        var room = await host.NewRoomAsync(ada);
        for (var i = 0; i < 10; i++) await host.Get<RoomLog>().AppendAsync(new Append(room, Guid.CreateVersion7(), ada, null, $"message {i}"));
        return room;
    }

    private static void Check(MessagePage page, long[] expected, bool hasBefore, bool hasAfter)
    {
        page.Items.Select(message => message.Seq).ShouldBe(expected);
        (page.HasBefore, page.HasAfter).ShouldBe((hasBefore, hasAfter));
        page.HeadSeq.ShouldBe(12);
    }
}
