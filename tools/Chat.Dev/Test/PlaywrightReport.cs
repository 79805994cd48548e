using System.Text.Json;

namespace Chat.Dev.Test;

/// <summary>Reads Playwright's JSON report. A test that passed only at a second try failed: what is flaky here is flaky for users.</summary>
internal static class PlaywrightReport
{
    public static SuiteResult Read(string file)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(file));
        var tests = report.RootElement.GetProperty("suites").EnumerateArray().SelectMany(suite => Tests(suite, "")).ToList();
        var failures = tests.Where(test => test.Status is not ("expected" or "skipped")).Select(test => new Failure(test.Name, test.Message))
            .Concat(report.RootElement.GetProperty("errors").EnumerateArray().Select(error => new Failure("(the run)", Message(error))));
        return new SuiteResult(tests.Count(test => test.Status == "expected"), [.. failures], tests.Count(test => test.Status == "skipped"));
    }

    private static IEnumerable<(string Name, string Status, string Message)> Tests(JsonElement suite, string above)
    {
        var title = $"{above}{suite.GetProperty("title").GetString()} > ";
        var own = Children(suite, "specs").SelectMany(spec => Children(spec, "tests").Select(test => (
            title + spec.GetProperty("title").GetString(),
            test.GetProperty("status").GetString()!,
            string.Join('\n', Children(test, "results").SelectMany(result => Children(result, "errors")).Select(Message)))));
        return own.Concat(Children(suite, "suites").SelectMany(inner => Tests(inner, title)));
    }

    private static List<JsonElement> Children(JsonElement element, string name) =>
        element.TryGetProperty(name, out var children) ? [.. children.EnumerateArray()] : [];

    private static string Message(JsonElement error) => error.TryGetProperty("message", out var message) ? message.GetString()! : error.ToString();
}
