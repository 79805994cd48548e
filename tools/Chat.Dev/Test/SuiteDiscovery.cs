using System.Xml.Linq;
using Chat.Dev.Packages;
using Chat.Dev.Workspace;

namespace Chat.Dev.Test;

/// <summary>Finds the suites of a clone, so that a new test project joins by being there.</summary>
internal static class SuiteDiscovery
{
    private const string DefaultPart = "unit";

    /// <summary>The order in which parts run: what is quick and says most comes first.</summary>
    private static readonly string[] Order = ["unit", "standins", "web", "hub", "functions", "api", "docs", "faults", "browser"];

    public static IReadOnlyList<Suite> Suites(ChatWorkspace workspace, PackageSet packages) =>
    [
        .. Projects(workspace.At("tests"))
            .Select(project => new DotNetSuite(PartOf(project), project))
            .Concat(packages == PackageSet.StandIns ? Projects(workspace.At("standins", "tests")).Select(project => new DotNetSuite("standins", project)) : [])
            .Concat<Suite>(Web(workspace))
            .OrderBy(suite => Array.IndexOf(Order, suite.Part) is >= 0 and var at ? at : Order.Length),
    ];

    private static IEnumerable<Suite> Web(ChatWorkspace workspace)
    {
        if (File.Exists(Path.Combine(workspace.Web, "package.json")))
        {
            yield return new NpmCheck("web", "Chat.Web", "types", "tsc", "--noEmit");
            yield return new NpmCheck("web", "Chat.Web", "lint", "oxlint", "--deny-warnings");
            yield return new VitestSuite();
        }

        if (File.Exists(workspace.At("tests", "browser", "package.json")))
        {
            yield return new NpmCheck("web", Path.Combine("tests", "browser"), "types", "tsc", "--noEmit");
            yield return new PlaywrightSuite();
        }
    }

    // A library or program that tests share is not named .Tests.
    private static IEnumerable<string> Projects(string folder) => !Directory.Exists(folder) ? [] : Directory
        .EnumerateFiles(folder, "*.Tests.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
        .Order(StringComparer.Ordinal);

    private static string PartOf(string project) =>
        XDocument.Load(project).Descendants("ChatTestPart").FirstOrDefault()?.Value.Trim() ?? DefaultPart;
}
