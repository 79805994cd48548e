using Chat.Dev.Up;
using Chat.Dev.Workspace;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Up;

public sealed class RunningUpTests : IDisposable
{
    private readonly ChatWorkspace _clone = new(Directory.CreateTempSubdirectory("chat-up-").FullName);

    public void Dispose() => Directory.Delete(_clone.Root, recursive: true);

    [Fact]
    public void A_second_up_says_where_the_first_one_is()
    {
        using var first = RunningUp.Claim(_clone);
        Should.Throw<DevException>(() => RunningUp.Claim(_clone)).Message.ShouldEndWith("still starting.");
        new RunningUp(42, ["http://localhost:8080"]).Announce(_clone);
        Should.Throw<DevException>(() => RunningUp.Claim(_clone)).Message.ShouldEndWith("as process 42, at http://localhost:8080.");
    }

    [Fact]
    public void What_a_dead_up_left_behind_counts_for_nothing()
    {
        using (RunningUp.Claim(_clone))
            new RunningUp(42, ["http://localhost:8080"]).Announce(_clone);
        RunningUp.Of(_clone).ShouldBeNull();
        using var next = RunningUp.Claim(_clone);
        next.ShouldNotBeNull();
    }

    [Fact]
    public void Keys_are_made_once_and_are_nobody_elses()
    {
        var keys = new LocalKeys(_clone);
        keys.Auth.ShouldBe(new LocalKeys(_clone).Auth);
        keys.Auth.ShouldNotBe(keys.Hub);
        Convert.FromBase64String(keys.Auth).Length.ShouldBe(32);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(_clone.InLocal("keys")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
