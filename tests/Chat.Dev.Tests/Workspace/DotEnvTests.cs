using Chat.Dev.Workspace;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Workspace;

public sealed class DotEnvTests
{
    [Fact]
    public void Reads_assignments_as_they_are_written() => DotEnv.Parse(
        ["# comment", "", "A=1", " export B = two words ", "C=\"quoted # value\"", "D='x=y'", "E=", "F=$HOME", "A=2"])
        .ShouldBe(new Dictionary<string, string>
        {
            ["A"] = "2", ["B"] = "two words", ["C"] = "quoted # value", ["D"] = "x=y", ["E"] = "", ["F"] = "$HOME",
        }, ignoreOrder: true);

    [Fact]
    public void A_line_that_is_no_assignment_is_named() =>
        Should.Throw<DevException>(() => DotEnv.Parse(["A=1", "oops"])).Message.ShouldBe(".env line 2 is not NAME=value: oops");

    [Fact]
    public void The_environment_wins_over_the_file()
    {
        var clone = new ChatWorkspace(Directory.CreateTempSubdirectory("chat-dotenv-").FullName);
        File.WriteAllText(clone.At(".env"), "PATH=/nowhere\nCHAT_ONLY_IN_FILE=1\n");
        DotEnv.Missing(clone).ShouldBe(new Dictionary<string, string?> { ["CHAT_ONLY_IN_FILE"] = "1" });
        Directory.Delete(clone.Root, recursive: true);
    }

    [Fact]
    public void A_clone_without_the_file_sets_nothing() =>
        DotEnv.Missing(new ChatWorkspace(Path.GetTempPath())).ShouldBeEmpty();
}
