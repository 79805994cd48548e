using Chat.Core.Common;
using Chat.Core.Log;
using Chat.Core.Rooms;
using Chat.Testing.Stores;
using Shouldly;
using Xunit;

namespace Chat.Core.Tests.Log;

public sealed class RoomLogTests(ChatDatabase database) : IClassFixture<ChatDatabase>
{
    [Fact]
    public async Task Positions_are_dense_over_all_facts_of_a_room()
    {
        await using var host = await CoreHost.StartAsync(database);
        var (ada, bob) = (await host.NewUserAsync(), await host.NewUserAsync());
        var room = await host.NewRoomAsync(ada, bob);
        await SendAsync(host, room, ada, "one");
        await host.InScopeAsync<RoomService, Result<Done>>(rooms => rooms.LeaveAsync(bob, room, default));
        await SendAsync(host, room, ada, "two");

        var page = (await host.Get<LogReader>().FactsAfterAsync(room, ada, 0, 100, default)).Value!;

        page.Items.Select(fact => (fact.Seq, fact.Kind)).ShouldBe(
        [
            (1, "room.created"), (2, "member.joined"), (3, "member.joined"), (4, "message.created"), (5, "member.left"), (6, "message.created"),
        ]);
        page.HeadSeq.ShouldBe(6);
    }

    [Fact]
    public async Task Sending_the_same_message_again_answers_the_same_and_stores_nothing()
    {
        await using var host = await CoreHost.StartAsync(database);
        var ada = await host.NewUserAsync();
        var room = await host.NewRoomAsync(ada);
        var id = Guid.CreateVersion7();

        var first = await SendAsync(host, room, ada, "hello", id);
        await SendAsync(host, room, ada, "in between");
        var again = await SendAsync(host, room, ada, "hello", id);

        again.Value.ShouldBe(first.Value);
        (await HeadAsync(host, room)).ShouldBe(4);
    }

    [Fact]
    public async Task The_same_id_with_another_content_room_or_author_is_a_conflict()
    {
        await using var host = await CoreHost.StartAsync(database);
        var (ada, bob) = (await host.NewUserAsync(), await host.NewUserAsync());
        var (room, other) = (await host.NewRoomAsync(ada, bob), await host.NewRoomAsync(ada));
        var id = Guid.CreateVersion7();
        await SendAsync(host, room, ada, "hello", id);

        (await SendAsync(host, room, ada, "hello!", id)).Error.ShouldBe(Errors.MessageConflict);
        (await SendAsync(host, other, ada, "hello", id)).Error.ShouldBe(Errors.MessageConflict);
        (await SendAsync(host, room, bob, "hello", id)).Error.ShouldBe(Errors.MessageConflict);
        (await HeadAsync(host, room)).ShouldBe(4);
    }

    [Fact]
    public async Task Who_is_not_in_the_room_cannot_tell_it_from_one_that_is_not_there()
    {
        await using var host = await CoreHost.StartAsync(database);
        var (ada, eve) = (await host.NewUserAsync(), await host.NewUserAsync());
        var room = await host.NewRoomAsync(ada);

        (await SendAsync(host, room, eve, "let me in")).Error.ShouldBe(Errors.RoomNotFound);
        (await SendAsync(host, Guid.CreateVersion7(), eve, "anybody?")).Error.ShouldBe(Errors.RoomNotFound);
        (await host.Get<LogReader>().FactsAfterAsync(room, eve, 0, 10, default)).Error.ShouldBe(Errors.RoomNotFound);
        (await host.Get<LogReader>().MessagesBeforeAsync(room, eve, null, 10, default)).Error.ShouldBe(Errors.RoomNotFound);
    }

    [Fact]
    public async Task Two_instances_number_one_room_without_holes_and_store_what_both_send_once()
    {
        const int senders = 8, each = 50;
        await using var first = await CoreHost.StartAsync(database);
        await using var second = await CoreHost.StartAsync(database);
        var users = await Task.WhenAll(Enumerable.Range(0, senders).Select(_ => first.NewUserAsync()));
        var room = await first.NewRoomAsync(users[0], users[1..]);
        var before = await HeadAsync(first, room);

        // Every message goes to both instances at once, as a client's retry after a lost answer may.
        var answers = await Task.WhenAll(users.SelectMany(user => Enumerable.Range(0, each).Select(async n =>
        {
            var id = Guid.CreateVersion7();
            var twice = await Task.WhenAll(SendAsync(first, room, user, $"{n}", id), SendAsync(second, room, user, $"{n}", id));
            twice[0].Value!.Seq.ShouldBe(twice[1].Value!.Seq);
            return twice[0].Value!.Seq;
        })));

        answers.Order().ShouldBe(Enumerable.Range(1, senders * each).Select(n => before + n));
        (await HeadAsync(first, room)).ShouldBe(before + (senders * each));
    }

    [Fact]
    public async Task One_id_sent_to_two_rooms_at_once_is_stored_in_one_of_them()
    {
        await using var first = await CoreHost.StartAsync(database);
        await using var second = await CoreHost.StartAsync(database);
        var ada = await first.NewUserAsync();
        var (left, right) = (await first.NewRoomAsync(ada), await first.NewRoomAsync(ada));

        for (var i = 0; i < 30; i++)
        {
            var id = Guid.CreateVersion7();
            var answers = await Task.WhenAll(SendAsync(first, left, ada, "x", id), SendAsync(second, right, ada, "x", id));
            answers.Count(answer => answer.Succeeded).ShouldBe(1);
            answers.Single(answer => !answer.Succeeded).Error.ShouldBe(Errors.MessageConflict);
        }

        (await HeadAsync(first, left) + await HeadAsync(first, right)).ShouldBe(4 + 30);
    }

    [Fact]
    public async Task A_full_queue_refuses_instead_of_growing()
    {
        await using var host = await CoreHost.StartAsync(database, settings: [("Chat:Log:QueueLength", "1"), ("Chat:Log:Writers", "1"), ("Chat:Log:BatchSize", "1")]);
        var ada = await host.NewUserAsync();
        var room = await host.NewRoomAsync(ada);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => SendAsync(host, room, ada, "now")));

        answers.ShouldContain(answer => answer.Succeeded);
        answers.ShouldContain(answer => !answer.Succeeded);
        answers.Where(answer => !answer.Succeeded).ShouldAllBe(answer => answer.Error == Errors.ServiceUnavailable);
        (await HeadAsync(host, room)).ShouldBe(2 + answers.Count(answer => answer.Succeeded));
    }

    [Fact]
    public async Task What_was_taken_in_before_a_stop_is_still_stored()
    {
        await using var host = await CoreHost.StartAsync(database);
        await using var other = await CoreHost.StartAsync(database);
        var ada = await host.NewUserAsync();
        var room = await host.NewRoomAsync(ada);

        var sends = Enumerable.Range(0, 300).Select(_ => SendAsync(host, room, ada, "last words")).ToList();
        await host.StopAsync();

        (await Task.WhenAll(sends)).ShouldAllBe(answer => answer.Succeeded);
        (await HeadAsync(other, room)).ShouldBe(302);
        (await SendAsync(host, room, ada, "too late")).Error.ShouldBe(Errors.ServiceUnavailable);
    }

    private static Task<Result<Appended>> SendAsync(CoreHost host, Guid room, Guid author, string content, Guid? id = null) =>
        host.Get<RoomLog>().AppendAsync(new Append(room, id ?? Guid.CreateVersion7(), author, null, content));

    private static async Task<long> HeadAsync(CoreHost host, Guid room) =>
        (await host.Get<LogReader>().FactsAfterAsync(room, null, 0, 1, default)).Value!.HeadSeq;
}
