namespace Chat.Dev.Test;

/// <summary>What a suite's tests came to.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failures">Tests that failed; also a suite that crashed, was not built or ran no test counts as one.</param>
/// <param name="Skipped">Tests that could not be run here.</param>
public sealed record SuiteResult(int Passed, IReadOnlyList<Failure> Failures, int Skipped)
{
    /// <summary>A suite that did not get as far as telling results.</summary>
    public static SuiteResult Broken(string why) => new(0, [new Failure("(the suite)", why)], 0);

    /// <summary>The same, with what must not go unnoticed added: a program that failed without a failing test, and a suite without tests.</summary>
    /// <param name="exitCode">Of the test program.</param>
    /// <param name="output">What it wrote last.</param>
    public SuiteResult Checked(int exitCode, string output) => this switch
    {
        { Failures.Count: 0 } when exitCode != 0 => this with { Failures = [new Failure("(the suite)", $"ended with exit code {exitCode}.\n{output}")] },
        { Passed: 0, Failures.Count: 0 } => this with { Failures = [new Failure("(the suite)", $"ran no test.\n{output}")] },
        _ => this,
    };
}

/// <summary>A test that failed.</summary>
/// <param name="Test">Its full name.</param>
/// <param name="Message">Why, for people.</param>
public sealed record Failure(string Test, string Message);
