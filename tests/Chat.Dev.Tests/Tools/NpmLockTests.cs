using System.Text.Json;
using Chat.Dev.Tools;
using Chat.Dev.Workspace;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Tools;

public sealed class NpmLockTests
{
    private static readonly ChatWorkspace Clone = ChatWorkspace.Containing(AppContext.BaseDirectory);

    public static TheoryData<string> Folders => [.. NpmPackages.FoldersOf(Clone).Select(folder => Path.GetRelativePath(Clone.Root, folder))];

    // npm leaves a platform's package out when it cannot be had at that moment, and npm ci then refuses the whole lock file.
    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_optional_package_of_every_platform_is_locked(string folder)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Clone.At(folder, "package-lock.json")));
        var packages = file.RootElement.GetProperty("packages");
        var locked = packages.EnumerateObject().Select(package => package.Name.Split("node_modules/")[^1]).ToHashSet();
        var named = packages.EnumerateObject()
            .SelectMany(package => package.Value.TryGetProperty("optionalDependencies", out var optional) ? [.. optional.EnumerateObject().Select(one => one.Name)] : Array.Empty<string>());
        named.Where(name => !locked.Contains(name)).ShouldBeEmpty();
    }
}
