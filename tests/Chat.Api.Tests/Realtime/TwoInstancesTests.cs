using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Realtime;

[Collection(RunningApi.Collection)]
public sealed class TwoInstancesTests(RunningApi api)
{
    [Fact]
    public async Task Readers_on_one_instance_hear_senders_on_the_other_in_order_and_once()
    {
        const int messages = 60;
        await using var other = await api.StartInstanceAsync(("Chat__Limits__SendBurst", "1000"));
        using var ada = await Person.RegisterAsync(api.Address);
        using var bob = await Person.RegisterAsync(api.Address);
        var (room, code) = await ada.NewRoomAsync();
        await bob.JoinAsync(code);
        await using var reader = await bob.ConnectAsync();
        using var adaThere = ada.At(other.Address);

        var sends = Enumerable.Range(0, messages).Select(n => adaThere.SendAsync(room, $"{n}")).ToList();

        var heard = new List<long>();
        while (heard.Count < messages) heard.Add((await reader.NextOfKindAsync("message.created")).GetProperty("seq").GetInt64());
        heard.ShouldBe(Enumerable.Range(4, messages).Select(n => (long)n));
        (await Task.WhenAll(sends)).Select(sent => sent.GetProperty("seq").GetInt64()).Order().ShouldBe(heard);
    }

    [Fact]
    public async Task When_an_instance_is_killed_the_other_goes_on_with_its_rooms()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        var (room, _) = await ada.NewRoomAsync();
        await using var reader = await ada.ConnectAsync();
        await using (var doomed = await api.StartInstanceAsync())
        {
            using var adaThere = ada.At(doomed.Address);
            await adaThere.SendAsync(room, "from the doomed");
            await doomed.KillAsync();
        }

        await ada.SendAsync(room, "from the other");

        var heard = new List<string>();
        while (heard.Count < 2)
            heard.Add((await reader.NextOfKindAsync("message.created")).GetProperty("data").GetProperty("content").GetString()!);

        heard.ShouldBe(["from the doomed", "from the other"]);
    }
}
