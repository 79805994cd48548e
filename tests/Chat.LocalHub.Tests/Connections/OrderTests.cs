using System.Text;
using System.Text.Json;
using Chat.LocalHub.Tests.Fixtures;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Connections;

public sealed class OrderTests : IAsyncLifetime
{
    private const int Publishers = 4;
    private const int MessagesEach = 1_000;

    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await TestHub.StartAsync(settings: new() { ["OutboundBytes"] = "10000000" });

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public async Task All_members_see_one_order_in_which_each_publishers_messages_are_in_theirs(int memberCount)
    {
        var members = new List<HubSocket>();
        for (var i = 0; i < memberCount; i++)
            members.Add(await _hub.ConnectAsync($"m{i}", groups: ["g"]));
        var publishers = new List<HubSocket>();
        for (var i = 0; i < Publishers; i++)
            publishers.Add(await _hub.ConnectWithRolesAsync($"p{i}"));

        var reading = members.Select(member => ReadAsync(member, Publishers * MessagesEach)).ToArray();
        await Task.WhenAll(publishers.Select((publisher, i) => PublishAsync(publisher, i, "")));
        var seen = await Task.WhenAll(reading);

        foreach (var other in seen)
            other.ShouldBe(seen[0]);
        for (var publisher = 0; publisher < Publishers; publisher++)
            seen[0].Where(message => message.StartsWith($"{publisher}:", StringComparison.Ordinal)).ShouldBe(Enumerable.Range(0, MessagesEach).Select(i => $"{publisher}:{i}"));
        members.ForEach(member => member.Dispose());
        publishers.ForEach(publisher => publisher.Dispose());
    }

    [Fact]
    public async Task With_noEcho_under_load_each_publisher_misses_exactly_its_own()
    {
        var publishers = new List<HubSocket>();
        for (var i = 0; i < Publishers; i++)
            publishers.Add(await _hub.ConnectWithRolesAsync($"p{i}", "g"));

        var reading = publishers.Select(publisher => ReadAsync(publisher, (Publishers - 1) * MessagesEach)).ToArray();
        await Task.WhenAll(publishers.Select((publisher, i) => PublishAsync(publisher, i, ",\"noEcho\":true")));
        var seen = await Task.WhenAll(reading);

        for (var i = 0; i < Publishers; i++)
        {
            seen[i].ShouldNotContain(message => message.StartsWith($"{i}:", StringComparison.Ordinal));
            seen[i].Distinct().Count().ShouldBe((Publishers - 1) * MessagesEach);
        }

        publishers.ForEach(publisher => publisher.Dispose());
    }

    // Several frames per write, so that turns and batches form.
    private static async Task PublishAsync(HubSocket socket, int publisher, string more)
    {
        for (var i = 0; i < MessagesEach; i += 10)
        {
            await socket.SendBytesAsync(Enumerable.Range(i, 10).SelectMany(n => RawFrames.Masked(
                RawFrames.Text,
                Encoding.UTF8.GetBytes($$"""{"type":"sendToGroup","group":"g","dataType":"text","data":"{{publisher}}:{{n}}"{{more}}}"""))).ToArray());
        }
    }

    private static async Task<List<string>> ReadAsync(HubSocket member, int count)
    {
        var seen = new List<string>(count);
        while (seen.Count < count)
            seen.Add(JsonElement.Parse(await member.ReceiveTextAsync()).GetProperty("data").GetString()!);
        return seen;
    }
}
