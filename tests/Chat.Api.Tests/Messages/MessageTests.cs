using System.Net;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Messages;

[Collection(RunningApi.Collection)]
public sealed class MessageTests(RunningApi api)
{
    [Fact]
    public async Task A_message_sent_twice_is_answered_alike_and_stored_once()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        var (room, _) = await ada.NewRoomAsync();
        var body = new { id = Guid.CreateVersion7(), content = "once <b>& for all</b> ü 👍" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ada.TryPostAsync($"rooms/{room}/messages", body)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        (await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()))).Distinct().ShouldHaveSingleItem();
        var page = await ada.GetAsync($"rooms/{room}/messages");
        page.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("content").GetString().ShouldBe(body.content);
    }

    [Fact]
    public async Task The_same_id_for_another_content_is_a_conflict()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        var (room, _) = await ada.NewRoomAsync();
        var id = Guid.CreateVersion7();
        await ada.SendAsync(room, "one", id);
        await ada.TryPostAsync($"rooms/{room}/messages", new { id, content = "two" }).ShouldRefuseAsync(HttpStatusCode.Conflict, "message.conflict");
    }

    [Theory]
    [InlineData(16384, HttpStatusCode.Created)]
    [InlineData(16385, HttpStatusCode.RequestEntityTooLarge)]
    public async Task The_size_limit_is_the_one_that_limits_names(int bytes, HttpStatusCode status)
    {
        using var ada = await Person.RegisterAsync(api.Address);
        (await ada.GetAsync("limits")).GetProperty("messageBytes").GetInt32().ShouldBe(16384);
        var (room, _) = await ada.NewRoomAsync();

        using var answer = await ada.TryPostAsync($"rooms/{room}/messages", new { id = Guid.CreateVersion7(), content = new string('x', bytes) });

        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task The_burst_passes_and_what_is_over_it_is_told_when_to_come_again()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        var (room, _) = await ada.NewRoomAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => ada.TryPostAsync($"rooms/{room}/messages", new { id = Guid.CreateVersion7(), content = $"{n}" })));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBeGreaterThanOrEqualTo(20);
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        await Task.FromResult(refused).ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "rate.limited");
    }

    [Fact]
    public async Task Pages_walk_the_whole_history_once_in_order()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        var (room, _) = await ada.NewRoomAsync();
        for (var i = 0; i < 18; i++) await ada.SendAsync(room, $"{i}");

        var seen = new List<string>();
        for (var before = ""; ;)
        {
            var page = await ada.GetAsync($"rooms/{room}/messages?limit=5{before}");
            var items = page.GetProperty("items").EnumerateArray().ToList();
            seen.InsertRange(0, items.Select(item => item.GetProperty("content").GetString()!));
            if (!page.GetProperty("hasBefore").GetBoolean()) break;
            before = $"&before={items[0].GetProperty("seq")}";
        }

        seen.ShouldBe(Enumerable.Range(0, 18).Select(n => $"{n}"));
    }

    [Fact]
    public async Task Facts_after_a_position_have_no_hole()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        using var bob = await Person.RegisterAsync(api.Address);
        var (room, code) = await ada.NewRoomAsync();
        await ada.SendAsync(room, "hello");
        await bob.JoinAsync(code);
        await bob.SendAsync(room, "hi");

        var page = await bob.GetAsync($"rooms/{room}/facts?after=1");

        page.GetProperty("items").EnumerateArray().Select(fact => (fact.GetProperty("seq").GetInt64(), fact.GetProperty("kind").GetString()))
            .ShouldBe([(2, "member.joined"), (3, "message.created"), (4, "member.joined"), (5, "message.created")]);
        page.GetProperty("items")[3].GetProperty("data").GetProperty("author").GetProperty("name").GetString().ShouldBe(bob.Name);
        page.GetProperty("headSeq").GetInt64().ShouldBe(5);
    }

    [Theory]
    [InlineData("messages?before=1&after=1")]
    [InlineData("messages?limit=0")]
    [InlineData("messages?limit=201")]
    [InlineData("messages?before=x")]
    [InlineData("facts?after=-1")]
    public async Task A_page_that_makes_no_sense_is_refused(string query)
    {
        using var ada = await Person.RegisterAsync(api.Address);
        var (room, _) = await ada.NewRoomAsync();
        await ada.TryGetAsync($"rooms/{room}/{query}").ShouldRefuseAsync(HttpStatusCode.BadRequest, "request.invalid");
    }
}
