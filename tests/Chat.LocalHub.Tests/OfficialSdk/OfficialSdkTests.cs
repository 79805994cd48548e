using System.Text;
using System.Text.Json;
using Chat.Dev.Processes;
using Chat.Dev.Tools;
using Chat.Dev.Workspace;
using Chat.LocalHub.Events;
using Chat.LocalHub.Tests.Fixtures;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.OfficialSdk;

/// <summary>The official SDKs for clients and servers from npm, unmodified. What they do is in <c>tests/official-sdk/client.mjs</c>.</summary>
public sealed class OfficialSdkTests(OfficialSdkTests.Packages packages) : IClassFixture<OfficialSdkTests.Packages>, IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly RecordedEvents _events = new() { OnUserEvent = Answer };
    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await TestHub.StartAsync(_events);

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [InlineData("groups")]
    [InlineData("forbidden")]
    [InlineData("events")]
    [InlineData("keepAlive")]
    [InlineData("reconnect")]
    [InlineData("rest")]
    [InlineData("refused")]
    public async Task They_cannot_tell_the_hub_from_the_service(string scenario)
    {
        using var limit = new CancellationTokenSource(Limit);
        var outcome = await RunToEnd.OutcomeAsync(
            new ProcessSpec("node", "client.mjs", _hub.Address.GetLeftPart(UriPartial.Authority), TestHub.PrimaryKey, scenario) { Folder = packages.Folder },
            limit.Token);

        outcome.Succeeded.ShouldBeTrue(outcome.LastLines);
    }

    private static ValueTask<UserEventReply> Answer(UserEvent userEvent)
    {
        if (userEvent.Name == "refuse")
            return ValueTask.FromResult(UserEventReply.Fail(AckError.Forbidden, "refused"));

        var echo = $$"""{"echo":{{JsonElement.Parse(userEvent.Payload.Data.Span).GetRawText()}}}""";
        return ValueTask.FromResult(UserEventReply.With(HubMessage.Json(Encoding.UTF8.GetBytes(echo))));
    }

    /// <summary>The packages, as the lock file says.</summary>
    public sealed class Packages : IAsyncLifetime
    {
        public string Folder { get; } = ChatWorkspace.Containing(AppContext.BaseDirectory).At("tests", "official-sdk");

        public Task InitializeAsync() => NpmPackages.InstallAsync(Folder, CancellationToken.None);

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
