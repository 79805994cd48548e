using Chat.Core.Common;
using Chat.Core.Limits;
using Chat.Core.Rooms;
using Chat.Testing.Stores;
using Shouldly;
using Xunit;

namespace Chat.Core.Tests.Rooms;

public sealed class RoomServiceTests(ChatDatabase database) : IClassFixture<ChatDatabase>
{
    [Fact]
    public async Task A_code_belongs_to_one_room_whatever_its_case()
    {
        await using var host = await CoreHost.StartAsync(database);
        var ada = await host.NewUserAsync();
        var code = NewCode();

        (await CreateAsync(host, ada, code)).Succeeded.ShouldBeTrue();
        (await CreateAsync(host, ada, code.ToUpperInvariant())).Error.ShouldBe(Errors.RoomCodeTaken);
    }

    [Fact]
    public async Task Rooms_made_on_a_day_are_counted_exactly_under_parallel_requests()
    {
        await using var host = await CoreHost.StartAsync(database, settings: ("Chat:Limits:RoomsPerDay", "3"));
        var ada = await host.NewUserAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CreateAsync(host, ada, null)));

        answers.Count(answer => answer.Succeeded).ShouldBe(3);
        answers.Where(answer => !answer.Succeeded).ShouldAllBe(answer => answer.Error!.Code == "room.daily_limit");
    }

    [Fact]
    public async Task A_refused_room_does_not_count()
    {
        await using var host = await CoreHost.StartAsync(database, settings: ("Chat:Limits:RoomsPerDay", "2"));
        var ada = await host.NewUserAsync();
        var code = NewCode();
        await CreateAsync(host, ada, code);

        (await CreateAsync(host, ada, code)).Error.ShouldBe(Errors.RoomCodeTaken);
        (await CreateAsync(host, ada, null)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Joining_twice_at_once_makes_one_member_and_one_fact()
    {
        await using var host = await CoreHost.StartAsync(database);
        var (ada, bob) = (await host.NewUserAsync(), await host.NewUserAsync());
        var code = NewCode();
        var room = (await CreateAsync(host, ada, code)).Value;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => JoinAsync(host, bob, code)));

        answers.ShouldAllBe(answer => answer.Value == room);
        var view = (await ViewAsync(host, room, ada)).Value!;
        (view.MemberCount, view.HeadSeq).ShouldBe((2, 3));
    }

    [Fact]
    public async Task A_room_holds_exactly_as_many_members_as_it_may()
    {
        await using var host = await CoreHost.StartAsync(database, settings: ("Chat:Limits:RoomMembers", "4"));
        var users = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.NewUserAsync()));
        var code = NewCode();
        var room = (await CreateAsync(host, users[0], code)).Value;

        var answers = await Task.WhenAll(users[1..].Select(user => JoinAsync(host, user, code)));

        answers.Count(answer => answer.Succeeded).ShouldBe(3);
        answers.Where(answer => !answer.Succeeded).ShouldAllBe(answer => answer.Error!.Code == "room.full");
        (await ViewAsync(host, room, users[0])).Value!.MemberCount.ShouldBe(4);
    }

    [Fact]
    public async Task A_room_made_by_its_code_is_made_once()
    {
        await using var host = await CoreHost.StartAsync(database);
        var code = NewCode();

        var rooms = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => host.InScopeAsync<RoomService, Guid>(
            service => service.EnsureByCodeAsync(n % 2 == 0 ? code : code.ToUpperInvariant(), default))));

        rooms.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Who_leaves_no_longer_sees_the_room()
    {
        await using var host = await CoreHost.StartAsync(database);
        var (ada, bob) = (await host.NewUserAsync(), await host.NewUserAsync());
        var room = await host.NewRoomAsync(ada, bob);

        (await host.InScopeAsync<RoomService, Result<Done>>(rooms => rooms.LeaveAsync(bob, room, default))).Succeeded.ShouldBeTrue();

        (await ViewAsync(host, room, bob)).Error.ShouldBe(Errors.RoomNotFound);
        (await host.InScopeAsync<RoomService, Result<Done>>(rooms => rooms.LeaveAsync(bob, room, default))).Error.ShouldBe(Errors.RoomNotFound);
        (await ViewAsync(host, room, ada)).Value!.MemberCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_of_rooms_is_walked_by_its_cursor_without_repeats()
    {
        await using var host = await CoreHost.StartAsync(database);
        var ada = await host.NewUserAsync();
        var made = new List<Guid>();
        for (var i = 0; i < 7; i++) made.Add((await CreateAsync(host, ada, null)).Value);

        var seen = new List<Guid>();
        for (Guid? after = null; ;)
        {
            var page = await host.InScopeAsync<RoomQueries, Page<RoomView>>(rooms => rooms.ListAsync(ada, after, 3, default));
            seen.AddRange(page.Items.Select(room => room.Id));
            if (page.Next is null) break;
            after = Guid.Parse(page.Next);
        }

        seen.ShouldBe(made);
    }

    private static string NewCode() => "c" + Guid.NewGuid().ToString("N");

    private static Task<Result<Guid>> CreateAsync(CoreHost host, Guid user, string? code) =>
        host.InScopeAsync<RoomService, Result<Guid>>(rooms => rooms.CreateAsync(user, "A room", code, default));

    private static Task<Result<Guid>> JoinAsync(CoreHost host, Guid user, string code) =>
        host.InScopeAsync<RoomService, Result<Guid>>(rooms => rooms.JoinAsync(user, code, LimitProfile.Standard, default));

    private static Task<Result<RoomView>> ViewAsync(CoreHost host, Guid room, Guid user) =>
        host.InScopeAsync<RoomQueries, Result<RoomView>>(rooms => rooms.GetAsync(room, user, default));
}
