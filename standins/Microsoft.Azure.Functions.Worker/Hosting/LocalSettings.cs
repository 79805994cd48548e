using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>
/// The <c>Values</c> of <c>local.settings.json</c> become environment variables, as the real host's command line tools make them:
/// what the environment has already wins. The file is never published.
/// </summary>
internal static class LocalSettings
{
    public static void Apply(string folder)
    {
        var file = Path.Combine(folder, "local.settings.json");
        if (!File.Exists(file))
            return;

        using var settings = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        if (settings.RootElement.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.GetBoolean())
            throw new NotSupportedException("An encrypted local.settings.json is not covered by this stand-in.");
        if (!settings.RootElement.TryGetProperty("Values", out var values))
            return;

        foreach (var value in values.EnumerateObject().Where(value => Environment.GetEnvironmentVariable(value.Name) is null))
            Environment.SetEnvironmentVariable(value.Name, value.Value.ToString());
    }
}
