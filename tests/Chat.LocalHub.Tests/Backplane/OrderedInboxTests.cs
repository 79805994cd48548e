using Chat.LocalHub.Backplane.Redis;
using Chat.Specs;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Backplane;

public sealed class OrderedInboxTests
{
    private readonly List<byte> _handled = [];

    [Fact]
    public async Task What_comes_in_any_order_is_handled_in_the_order_in_which_it_was_sent()
    {
        using var inbox = Inbox();
        var random = new Random(77);
        // Shuffled within windows, as threads that race do it.
        var numbers = Enumerable.Range(1, 200).Select(i => (byte)i).Chunk(8).SelectMany(window => window.OrderBy(_ => random.Next()));

        foreach (var number in numbers)
            inbox.Accept(number, [number]);

        await HandledAsync(200);
        _handled.ShouldBe(Enumerable.Range(1, 200).Select(i => (byte)i));
    }

    [Fact]
    public async Task A_hole_is_given_up_after_a_moment_and_what_belongs_into_it_is_then_too_late()
    {
        using var inbox = Inbox();
        inbox.Accept(1, [1]);
        await HandledAsync(1);

        inbox.Accept(3, [3]);
        inbox.Accept(4, [4]);
        await HandledAsync(3);
        inbox.Accept(2, [2]);
        inbox.Accept(5, [5]);

        await HandledAsync(4);
        _handled.ShouldBe([1, 3, 4, 5]);
    }

    [Fact]
    public async Task The_same_twice_is_handled_once()
    {
        using var inbox = Inbox();
        inbox.Accept(9, [9]);
        inbox.Accept(9, [9]);
        await HandledAsync(1);

        inbox.Accept(9, [9]);
        inbox.Accept(10, [10]);

        await HandledAsync(2);
        _handled.ShouldBe([9, 10]);
    }

    private OrderedInbox Inbox() => new(
        envelope =>
        {
            lock (_handled)
                _handled.Add(envelope[0]);
        },
        TimeProvider.System);

    private async Task HandledAsync(int count)
    {
        await Eventually.TrueAsync(
            () =>
            {
                lock (_handled)
                    return ValueTask.FromResult(_handled.Count >= count);
            },
            $"{count} are handled");
    }
}
