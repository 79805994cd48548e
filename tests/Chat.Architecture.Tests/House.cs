using System.Reflection;
using Chat.Core;

namespace Chat.Architecture.Tests;

/// <summary>The repository and its first-party assemblies.</summary>
internal static class House
{
    public static Assembly Core { get; } = typeof(ChatCore).Assembly;

    public static Assembly LocalHub { get; } = Assembly.Load("Chat.LocalHub");

    public static Assembly Api { get; } = Assembly.Load("Chat.Api");

    public static Assembly Functions { get; } = Assembly.Load("Chat.Functions");

    public static string Root { get; } = FindRoot();

    /// <summary>Source files below some folders, by their path from the root.</summary>
    public static IEnumerable<string> Sources(params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules"));

    public static string[] ProductFolders { get; } =
        ["Chat.Api", "Chat.AppHost", "Chat.Core", "Chat.Functions", "Chat.LocalHub", "Chat.ServiceDefaults"];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Chat.slnx"))) folder = folder.Parent;
        return folder.FullName;
    }
}
