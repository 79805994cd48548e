using Chat.LocalHub.Connections;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Connections;

public sealed class AckMemoryTests
{
    [Fact]
    public void It_remembers_exactly_what_was_added_in_any_order()
    {
        var random = new Random(4242);
        var memory = new AckMemory();
        var added = new HashSet<ulong>();
        for (var i = 0; i < 2_000; i++)
        {
            var id = (ulong)random.Next(300);
            memory.Contains(id).ShouldBe(added.Contains(id));
            memory.Add(id);
            added.Add(id);
        }

        for (var id = 0ul; id < 310; id++)
            memory.Contains(id).ShouldBe(added.Contains(id));
    }

    [Fact]
    public void The_ends_of_the_range_are_numbers_like_any_other()
    {
        var memory = new AckMemory();
        memory.Add(ulong.MaxValue);
        memory.Add(0);

        memory.Contains(ulong.MaxValue).ShouldBeTrue();
        memory.Contains(0).ShouldBeTrue();
        memory.Contains(1).ShouldBeFalse();
        memory.Contains(ulong.MaxValue - 1).ShouldBeFalse();
    }

    [Fact]
    public void A_client_that_jumps_makes_it_forget_the_lowest_and_grow_no_more()
    {
        var memory = new AckMemory(maxRuns: 10);
        for (var id = 0ul; id < 100; id += 2)
            memory.Add(id);

        memory.Contains(98).ShouldBeTrue();
        memory.Contains(80).ShouldBeTrue();
        memory.Contains(78).ShouldBeFalse();
    }
}
