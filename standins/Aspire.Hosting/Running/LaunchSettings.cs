using System.Text.Json;

namespace Aspire.Hosting.Running;

/// <summary>One way to start a project: where it listens and what it finds in its environment.</summary>
internal sealed record LaunchProfile(string Name, IReadOnlyList<Uri> Urls, IReadOnlyDictionary<string, string> EnvironmentVariables);

/// <summary>Reads <c>Properties/launchSettings.json</c> beside a project file.</summary>
internal static class LaunchSettings
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The first profile that starts the project itself; null when there is none.</summary>
    public static LaunchProfile? Default(string projectPath) => Read(projectPath).FirstOrDefault();

    /// <exception cref="DistributedApplicationException">There is no such profile.</exception>
    public static LaunchProfile Named(string projectPath, string name) =>
        Read(projectPath).FirstOrDefault(profile => profile.Name == name)
        ?? throw new DistributedApplicationException($"Launch settings file does not contain '{name}' profile.");

    private static List<LaunchProfile> Read(string projectPath)
    {
        var path = Path.Combine(Path.GetDirectoryName(projectPath)!, "Properties", "launchSettings.json");
        if (!File.Exists(path))
            return [];

        using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
        return document.RootElement.TryGetProperty("profiles", out var profiles)
            ? [.. profiles.EnumerateObject().Where(profile => Text(profile.Value, "commandName") == "Project").Select(Parse)]
            : [];
    }

    private static LaunchProfile Parse(JsonProperty profile)
    {
        var urls = Text(profile.Value, "applicationUrl")?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var environment = profile.Value.TryGetProperty("environmentVariables", out var variables)
            ? variables.EnumerateObject().ToDictionary(variable => variable.Name, variable => variable.Value.GetString() ?? "")
            : [];
        return new LaunchProfile(profile.Name, [.. urls.Select(url => new Uri(url))], environment);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
