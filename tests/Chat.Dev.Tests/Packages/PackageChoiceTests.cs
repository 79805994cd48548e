using Chat.Dev.Packages;
using Chat.Dev.Workspace;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Packages;

public sealed class PackageChoiceTests : IDisposable
{
    private readonly ChatWorkspace _clone = new(Directory.CreateTempSubdirectory("chat-packages-").FullName);

    public PackageChoiceTests()
    {
        Directory.CreateDirectory(_clone.At("standins"));
        File.WriteAllText(_clone.At("standins", "Standins.props"), "<Project />");
        File.WriteAllText(_clone.At("Directory.Packages.props"), "<Project />");
    }

    private PackageChoice Choice => new(_clone);

    public void Dispose() => Directory.Delete(_clone.Root, recursive: true);

    [Fact]
    public void Nothing_is_kept_before_anybody_asked() => Choice.Kept().ShouldBeNull();

    [Fact]
    public async Task A_wish_is_kept_and_the_marker_follows_it()
    {
        (await Choice.DecideAsync(PackageWish.StandIns, CancellationToken.None)).Set.ShouldBe(PackageSet.StandIns);
        File.Exists(_clone.StandInsMarker).ShouldBeTrue();
        (await Choice.DecideAsync(null, CancellationToken.None)).Reason.ShouldBe("by --packages");

        (await Choice.DecideAsync(PackageWish.Real, CancellationToken.None)).Set.ShouldBe(PackageSet.Real);
        File.Exists(_clone.StandInsMarker).ShouldBeFalse();
        Choice.Kept()!.Set.ShouldBe(PackageSet.Real);
    }

    [Fact]
    public async Task Other_package_lists_ask_again()
    {
        await Choice.DecideAsync(PackageWish.Real, CancellationToken.None);
        File.AppendAllText(_clone.At("Directory.Packages.props"), "<!-- a new version -->");
        Choice.Kept().ShouldBeNull();
    }

    [Fact]
    public async Task A_marker_that_no_longer_fits_the_note_asks_again()
    {
        await Choice.DecideAsync(PackageWish.Real, CancellationToken.None);
        File.WriteAllText(_clone.StandInsMarker, "");
        Choice.Kept().ShouldBeNull();
    }

    [Fact]
    public void A_marker_made_by_hand_is_respected()
    {
        File.WriteAllText(_clone.InLocal("standins"), "");
        Choice.Kept()!.Set.ShouldBe(PackageSet.StandIns);
    }

    [Fact]
    public void The_reason_names_what_is_missing() => PackageProbe.ReasonIn("""
        /p.csproj : error NU1603: Warning As Error: Probe depends on StackExchange.Redis (>= 2.13.17) but it was not found.
        /p.csproj : error NU1101: Unable to find package FastEndpoints. No packages exist with this id in source(s): nuget.org
        /p.csproj : error NU1101: Unable to find package Aspire.Hosting. No packages exist with this id in source(s): nuget.org
        /p.csproj : error NU1101: Unable to find package FastEndpoints. No packages exist with this id in source(s): nuget.org
        """).ShouldBe("the package source lacks Aspire.Hosting and 1 more");

    [Fact]
    public void Another_failure_is_named_by_its_error() =>
        PackageProbe.ReasonIn("/p.csproj : error NU1301: Unable to load the service index for source https://example.invalid. [/p.csproj]")
            .ShouldBe("the real ones do not restore: NU1301: Unable to load the service index for source https://example.invalid. ");
}
