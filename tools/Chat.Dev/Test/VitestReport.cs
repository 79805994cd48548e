using System.Text.Json;

namespace Chat.Dev.Test;

/// <summary>Reads vitest's JSON report (the shape of Jest's).</summary>
internal static class VitestReport
{
    public static SuiteResult Read(string file)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(file));
        var failures = new List<Failure>();
        int passed = 0, skipped = 0;
        foreach (var testFile in report.RootElement.GetProperty("testResults").EnumerateArray())
        {
            var tests = testFile.GetProperty("assertionResults").EnumerateArray().ToList();
            passed += tests.Count(test => Status(test) == "passed");
            skipped += tests.Count(test => Status(test) is "skipped" or "pending" or "todo" or "disabled");
            failures.AddRange(tests.Where(test => Status(test) == "failed").Select(test => new Failure(test.GetProperty("fullName").GetString()!, Messages(test))));
            // A file that does not load fails without a failing test.
            if (Status(testFile) == "failed" && !tests.Exists(test => Status(test) == "failed"))
                failures.Add(new Failure(testFile.GetProperty("name").GetString()!, testFile.GetProperty("message").GetString() ?? ""));
        }

        return new SuiteResult(passed, failures, skipped);
    }

    private static string? Status(JsonElement element) => element.GetProperty("status").GetString();

    private static string Messages(JsonElement test) =>
        string.Join('\n', test.GetProperty("failureMessages").EnumerateArray().Select(message => message.GetString()));
}
