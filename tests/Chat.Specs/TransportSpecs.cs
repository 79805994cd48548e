using System.Net.WebSockets;
using System.Text;
using Chat.Core.Transport;
using Shouldly;
using Xunit;

namespace Chat.Specs;

/// <summary>What every <see cref="IRealtimeTransport"/> does, seen by real clients at the other end of real sockets.</summary>
public abstract class TransportSpecs
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly string _ada = Guid.CreateVersion7().ToString();
    private readonly string _bob = Guid.CreateVersion7().ToString();
    private readonly string _group = $"room:{Guid.CreateVersion7()}";

    /// <summary>The transport under test.</summary>
    protected abstract IRealtimeTransport Transport { get; }

    /// <summary>What an address that begins with a slash is relative to, <c>ws://host:port</c>.</summary>
    protected abstract Uri Origin { get; }

    [Fact]
    public async Task A_message_to_a_group_reaches_its_members_and_nobody_else()
    {
        await using var member = await ConnectAsync(_ada);
        await using var other = await ConnectAsync(_bob);
        await Transport.AddConnectionToGroupAsync(member.ConnectionId, _group, None);

        await SendAsync(Target.Group(_group), """{"n":1}""");
        await SendAsync(Target.Connection(other.ConnectionId), """{"n":2}""");

        (await member.NextDataAsync()).ShouldBe("""{"n":1}""");
        (await other.NextDataAsync()).ShouldBe("""{"n":2}""");
    }

    [Fact]
    public async Task A_message_to_a_user_reaches_all_their_connections()
    {
        await using var phone = await ConnectAsync(_ada);
        await using var laptop = await ConnectAsync(_ada);

        await SendAsync(Target.User(_ada), """{"n":1}""");

        (await phone.NextDataAsync()).ShouldBe("""{"n":1}""");
        (await laptop.NextDataAsync()).ShouldBe("""{"n":1}""");
    }

    [Fact]
    public async Task A_message_to_a_connection_reaches_it_alone()
    {
        await using var phone = await ConnectAsync(_ada);
        await using var laptop = await ConnectAsync(_ada);

        await SendAsync(Target.Connection(phone.ConnectionId), """{"to":"phone"}""");
        await SendAsync(Target.User(_ada), """{"to":"both"}""");

        (await phone.NextDataAsync()).ShouldBe("""{"to":"phone"}""");
        (await laptop.NextDataAsync()).ShouldBe("""{"to":"both"}""");
    }

    [Theory]
    [InlineData("""{"text":"Gr\u00fc\u00dfe \"quoted\" \\ / é 😀","n":1.50,"big":12345678901234567890,"none":null}""")]
    [InlineData("""[1,  2, {"a" : [] }]""")]
    [InlineData("\"just text\"")]
    public async Task The_bytes_arrive_as_they_were_sent(string json)
    {
        await using var client = await ConnectAsync(_ada);

        await SendAsync(Target.Connection(client.ConnectionId), json);

        (await client.NextDataAsync()).ShouldBe(json);
    }

    [Fact]
    public async Task Messages_sent_one_after_the_other_arrive_in_that_order()
    {
        await using var client = await ConnectAsync(_ada);
        await Transport.AddConnectionToGroupAsync(client.ConnectionId, _group, None);

        for (var n = 0; n < 200; n++) await SendAsync(Target.Group(_group), $"{n}");

        for (var n = 0; n < 200; n++) (await client.NextDataAsync()).ShouldBe($"{n}");
    }

    [Fact]
    public async Task A_user_in_a_group_is_in_it_with_every_connection_until_taken_out()
    {
        await using var phone = await ConnectAsync(_ada);
        await using var laptop = await ConnectAsync(_ada);

        await Transport.AddUserToGroupAsync(_ada, _group, None);
        await Transport.AddUserToGroupAsync(_ada, _group, None);
        await SendAsync(Target.Group(_group), "1");
        await Transport.RemoveUserFromGroupAsync(_ada, _group, None);
        await SendAsync(Target.Group(_group), "2");
        await SendAsync(Target.User(_ada), "3");

        foreach (var client in new[] { phone, laptop })
        {
            (await client.NextDataAsync()).ShouldBe("1");
            (await client.NextDataAsync()).ShouldBe("3");
        }
    }

    [Fact]
    public async Task A_connection_taken_out_of_a_group_hears_no_more_of_it()
    {
        await using var phone = await ConnectAsync(_ada);
        await using var laptop = await ConnectAsync(_ada);
        await Transport.AddUserToGroupAsync(_ada, _group, None);

        await Transport.RemoveConnectionFromGroupAsync(phone.ConnectionId, _group, None);
        await SendAsync(Target.Group(_group), "1");
        await SendAsync(Target.User(_ada), "2");

        (await phone.NextDataAsync()).ShouldBe("2");
        (await laptop.NextDataAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task A_group_may_have_any_name()
    {
        await using var client = await ConnectAsync(_ada);
        var group = $"room/1 é%2F?#{Guid.NewGuid()}";
        await Transport.AddConnectionToGroupAsync(client.ConnectionId, group, None);

        await SendAsync(Target.Group(group), "1");

        (await client.NextDataAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task A_closed_connection_is_told_why_and_does_not_exist_any_more()
    {
        await using var phone = await ConnectAsync(_ada);
        await using var laptop = await ConnectAsync(_ada);
        (await Transport.ConnectionExistsAsync(phone.ConnectionId, None)).ShouldBeTrue();

        await Transport.CloseConnectionAsync(phone.ConnectionId, "signed out", None);

        (await phone.ClosedAsync()).ShouldNotBeNull().ShouldContain("signed out");
        await Eventually.TrueAsync(async () => !await Transport.ConnectionExistsAsync(phone.ConnectionId, None), "gone");
        (await Transport.ConnectionExistsAsync(laptop.ConnectionId, None)).ShouldBeTrue();
    }

    [Fact]
    public async Task Closing_a_users_connections_closes_all_of_theirs_and_no_others()
    {
        await using var phone = await ConnectAsync(_ada);
        await using var laptop = await ConnectAsync(_ada);
        await using var other = await ConnectAsync(_bob);

        await Transport.CloseUserConnectionsAsync(_ada, "blocked", None);

        (await phone.ClosedAsync()).ShouldNotBeNull().ShouldContain("blocked");
        (await laptop.ClosedAsync()).ShouldNotBeNull().ShouldContain("blocked");
        await SendAsync(Target.User(_bob), "1");
        (await other.NextDataAsync()).ShouldBe("1");
    }

    [Fact]
    public async Task Nobody_there_is_not_a_failure()
    {
        const string nobody = "no-such-connection";
        await SendAsync(Target.Group(_group), "1");
        await SendAsync(Target.User(_ada), "1");
        await SendAsync(Target.Connection(nobody), "1");
        await Transport.AddUserToGroupAsync(_ada, _group, None);
        await Transport.RemoveUserFromGroupAsync(_ada, _group, None);
        await Transport.AddConnectionToGroupAsync(nobody, _group, None);
        await Transport.RemoveConnectionFromGroupAsync(nobody, _group, None);
        await Transport.CloseConnectionAsync(nobody, "", None);
        await Transport.CloseUserConnectionsAsync(_ada, "", None);
        (await Transport.ConnectionExistsAsync(nobody, None)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_address_opens_one_socket_for_its_user()
    {
        var url = await GetUrlAsync(_ada, TimeSpan.FromMinutes(1));
        await using var client = await ScriptedClient.ConnectAsync(url);

        client.UserId.ShouldBe(_ada);
        var again = await Should.ThrowAsync<WebSocketException>(() => ScriptedClient.ConnectAsync(url));
        again.Message.ShouldContain("401");
    }

    [Fact]
    public async Task An_address_that_ran_out_opens_nothing()
    {
        var url = await GetUrlAsync(_ada, TimeSpan.Zero);

        var late = await Should.ThrowAsync<WebSocketException>(() => ScriptedClient.ConnectAsync(url));
        late.Message.ShouldContain("401");
    }

    [Theory]
    [InlineData("joinGroup")]
    [InlineData("sendToGroup")]
    public async Task A_client_may_neither_join_nor_publish_to_a_group_itself(string type)
    {
        await using var client = await ConnectAsync(_ada);

        await client.SendAsync($$"""{"type":"{{type}}","group":"{{_group}}","ackId":7,"dataType":"text","data":"x"}""");

        var ack = await client.NextAsync();
        ack.GetProperty("success").GetBoolean().ShouldBeFalse();
        ack.GetProperty("error").GetProperty("name").GetString().ShouldBe("Forbidden");
    }

    private async Task<ScriptedClient> ConnectAsync(string userId) =>
        await ScriptedClient.ConnectAsync(await GetUrlAsync(userId, TimeSpan.FromMinutes(1)));

    private async Task<Uri> GetUrlAsync(string userId, TimeSpan lifetime)
    {
        var access = await Transport.GetClientAccessAsync(new ClientGrant(userId, Guid.CreateVersion7().ToString(), lifetime), None);
        return access.Url.StartsWith('/') ? new Uri(Origin, access.Url) : new Uri(access.Url);
    }

    private async Task SendAsync(Target target, string json) =>
        await Transport.SendAsync(new Outbound(target, Encoding.UTF8.GetBytes(json)), None);
}
