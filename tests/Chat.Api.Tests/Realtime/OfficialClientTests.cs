using Chat.Dev.Processes;
using Chat.Dev.Tools;
using Chat.Dev.Workspace;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Realtime;

/// <summary>The official client from npm, unmodified, at the whole product. What it does is in <c>tests/official-sdk/room.mjs</c>.</summary>
[Collection(RunningApi.Collection)]
public sealed class OfficialClientTests(RunningApi api)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task It_talks_in_one_room_with_a_terminal_and_with_HTTP()
    {
        using var limit = new CancellationTokenSource(Limit);
        var folder = ChatWorkspace.Containing(AppContext.BaseDirectory).At("tests", "official-sdk");
        await NpmPackages.InstallAsync(folder, limit.Token);

        var outcome = await RunToEnd.OutcomeAsync(new ProcessSpec("node", "room.mjs", api.Address.GetLeftPart(UriPartial.Authority)) { Folder = folder }, limit.Token);

        outcome.Succeeded.ShouldBeTrue(outcome.LastLines);
    }
}
