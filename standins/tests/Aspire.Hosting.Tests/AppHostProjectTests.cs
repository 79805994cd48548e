using System.Text.RegularExpressions;

namespace Aspire.Hosting.Tests;

public sealed class AppHostProjectTests
{
    [Fact]
    public void The_AppHosts_SDK_is_of_the_version_of_its_packages()
    {
        var root = Root();
        var packages = Regex.Match(File.ReadAllText(Path.Combine(root, "Directory.Packages.props")), "<AspireVersion>(.+)</AspireVersion>").Groups[1].Value;

        var sdks = Regex.Matches(File.ReadAllText(Path.Combine(root, "Chat.AppHost", "Chat.AppHost.csproj")), "Sdk=\"Aspire.AppHost.Sdk\" Version=\"(.+?)\"");

        sdks.Select(sdk => sdk.Groups[1].Value).ShouldBe([packages, packages]);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Chat.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
