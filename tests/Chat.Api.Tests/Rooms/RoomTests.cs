using System.Net;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Rooms;

[Collection(RunningApi.Collection)]
public sealed class RoomTests(RunningApi api)
{
    [Fact]
    public async Task A_room_is_joined_by_its_code_and_left_again()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        using var bob = await Person.RegisterAsync(api.Address);
        var room = await ada.PostAsync("rooms", new { name = "  Tea  ", code = "T-" + Person.NewName() });
        (room.GetProperty("name").GetString(), room.GetProperty("role").GetString()).ShouldBe(("Tea", "owner"));

        var joined = await bob.JoinAsync(room.GetProperty("code").GetString()!.ToUpperInvariant());
        joined.GetProperty("id").GetGuid().ShouldBe(room.GetProperty("id").GetGuid());
        (joined.GetProperty("role").GetString(), joined.GetProperty("memberCount").GetInt32(), joined.GetProperty("headSeq").GetInt64()).ShouldBe(("member", 2, 3));

        var members = await bob.GetAsync($"rooms/{room.GetProperty("id")}/members");
        members.GetProperty("items").EnumerateArray().Select(member => member.GetProperty("user").GetProperty("username").GetString()).ShouldBe([ada.Name, bob.Name]);

        await bob.PostAsync($"rooms/{room.GetProperty("id")}/leave");
        await bob.TryGetAsync($"rooms/{room.GetProperty("id")}").ShouldRefuseAsync(HttpStatusCode.NotFound, "room.not_found");
        (await bob.GetAsync("rooms")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_stranger_cannot_tell_a_room_from_one_that_is_not_there()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        using var eve = await Person.RegisterAsync(api.Address);
        var (room, _) = await ada.NewRoomAsync();

        foreach (var id in new[] { room, Guid.CreateVersion7() })
        {
            foreach (var path in new[] { $"rooms/{id}", $"rooms/{id}/members", $"rooms/{id}/messages", $"rooms/{id}/facts" })
            {
                await eve.TryGetAsync(path).ShouldRefuseAsync(HttpStatusCode.NotFound, "room.not_found");
            }

            await eve.TryPostAsync($"rooms/{id}/leave").ShouldRefuseAsync(HttpStatusCode.NotFound, "room.not_found");
            await eve.TryPostAsync($"rooms/{id}/messages", new { id = Guid.CreateVersion7(), content = "hi" }).ShouldRefuseAsync(HttpStatusCode.NotFound, "room.not_found");
        }
    }

    [Fact]
    public async Task The_eleventh_room_of_a_day_is_refused_with_the_time_of_the_next()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        for (var i = 0; i < 10; i++) await ada.NewRoomAsync();

        var problem = await ada.TryPostAsync("rooms", new { name = "one too many" }).ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "room.daily_limit");

        problem.GetProperty("limit").GetInt32().ShouldBe(10);
        problem.GetProperty("resetsAt").GetDateTimeOffset().TimeOfDay.ShouldBe(TimeSpan.Zero);
        problem.GetProperty("retryAfter").GetInt32().ShouldBeInRange(1, 86_400);
    }

    [Theory]
    [InlineData("rooms", """{"name":""}""", "name")]
    [InlineData("rooms", """{"name":"x","code":"no spaces"}""", "code")]
    [InlineData("rooms", """{}""", "name")]
    [InlineData("rooms/join", """{"code":"ä"}""", "code")]
    public async Task What_is_wrong_with_a_request_is_named(string path, string body, string member)
    {
        using var ada = await Person.RegisterAsync(api.Address);
        using var content = new StringContent(body, null, "application/json");
        var problem = await ada.Http.PostAsync(new Uri(path, UriKind.Relative), content).ShouldRefuseAsync(HttpStatusCode.BadRequest, "request.invalid");
        problem.GetProperty("errors")[0].GetProperty("name").GetString().ShouldBe(member);
    }
}
