using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Chat.Docs.Tests;

/// <summary>What the pages of the repository say about the repository is so.</summary>
public sealed partial class DocsTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void Every_link_to_a_file_leads_to_one()
    {
        var links = Pages().SelectMany(page => Link().Matches(WithoutCode(page)).Select(match => (Page: page, Target: match.Groups[1].Value))).ToList();
        links.Count.ShouldBeGreaterThan(10);
        links.Where(link => !link.Target.Contains(':', StringComparison.Ordinal) && !Exists(link.Page, link.Target)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_path_that_is_named_is_there()
    {
        var paths = Pages().SelectMany(page => NamedPath().Matches(File.ReadAllText(page)).Select(match => (Page: Path.GetRelativePath(Root, page), Named: match.Groups[1].Value)))
            .Where(path => path.Named.IndexOfAny(['*', '<']) < 0)
            .ToList();
        paths.Count.ShouldBeGreaterThan(10);
        paths.Where(path => !Path.Exists(Path.Combine(Root, path.Named)) && !IsMade(path.Named)).ShouldBeEmpty();
    }

    [Fact]
    public void No_page_names_a_line_of_a_file() =>
        Pages().Where(page => LineNumber().IsMatch(File.ReadAllText(page))).Select(page => Path.GetRelativePath(Root, page)).ShouldBeEmpty();

    [Fact]
    public void The_readme_has_the_two_commands_and_its_pictures()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        readme.ShouldContain("\n./dev.cs up\n");
        readme.ShouldContain("\n./dev.cs test\n");
        Picture().Count(readme).ShouldBeGreaterThanOrEqualTo(2);
        foreach (var picture in Picture().Matches(readme).Select(match => match.Groups[1].Value)) new FileInfo(Path.Combine(Root, picture)).Length.ShouldBeGreaterThan(10_000, picture);
    }

    // What a build or an installation makes.
    private static bool IsMade(string path) => path.Contains("/dist", StringComparison.Ordinal) || path.Contains("/bin/", StringComparison.Ordinal);

    private static bool Exists(string page, string target) =>
        target.StartsWith('#') || Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target.Split('#')[0]));

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories)
            .Where(page => !Path.GetRelativePath(Root, page).Split('/').Any(part => part is "node_modules" or "bin" or "obj" or ".local"));

    private static string WithoutCode(string page) => Code().Replace(File.ReadAllText(page), "");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Chat.slnx"))) folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`((?:Chat\\.[A-Z][A-Za-z]+|tests|tools|standins|deploy|bench|docs)/[^`\\s…]+)`")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"\.(cs|ts|tsx):\d+")]
    private static partial Regex LineNumber();

    [GeneratedRegex(@"(docs/images/[^)""]+)")]
    private static partial Regex Picture();

    [GeneratedRegex("```.*?```|`[^`]*`", RegexOptions.Singleline)]
    private static partial Regex Code();
}
