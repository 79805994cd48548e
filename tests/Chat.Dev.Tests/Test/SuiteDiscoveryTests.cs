using Chat.Dev.Packages;
using Chat.Dev.Test;
using Chat.Dev.Workspace;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Test;

public sealed class SuiteDiscoveryTests : IDisposable
{
    private readonly ChatWorkspace _clone = new(Directory.CreateTempSubdirectory("chat-discovery-").FullName);

    public void Dispose() => Directory.Delete(_clone.Root, recursive: true);

    [Fact]
    public void A_test_project_joins_by_being_there_in_the_part_that_it_names()
    {
        Write("tests/Chat.A.Tests/Chat.A.Tests.csproj", "<Project />");
        Write("tests/Chat.B.Tests/Chat.B.Tests.csproj", "<Project><PropertyGroup><ChatTestPart>api</ChatTestPart></PropertyGroup></Project>");
        Write("tests/Chat.Testing/Chat.Testing.csproj", "<Project />");
        Write("Chat.Web/package.json", "{}");
        Write("tests/browser/package.json", "{}");
        Parts(PackageSet.Real).ShouldBe(
            ["unit Chat.A.Tests", "web Chat.Web (types)", "web Chat.Web (lint)", "web Chat.Web (vitest)", "web tests/browser (types)", "api Chat.B.Tests", "browser tests/browser (Chromium)"]);
    }

    [Fact]
    public void Tests_of_stand_ins_run_only_where_stand_ins_are_used()
    {
        Write("standins/tests/StandIns.Tests/StandIns.Tests.csproj", "<Project />");
        Parts(PackageSet.Real).ShouldBeEmpty();
        Parts(PackageSet.StandIns).ShouldBe(["standins StandIns.Tests"]);
    }

    private IEnumerable<string> Parts(PackageSet packages) => SuiteDiscovery.Suites(_clone, packages).Select(suite => $"{suite.Part} {suite.Name}");

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_clone.At(path))!);
        File.WriteAllText(_clone.At(path), text);
    }
}
