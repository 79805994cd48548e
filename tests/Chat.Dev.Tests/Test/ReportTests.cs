using Chat.Dev.Test;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Test;

public sealed class ReportTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_trx_counts_what_passed_what_was_skipped_and_everything_else_as_failed()
    {
        var result = Read(Trx.Read, """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>
                <UnitTestResult testName="a" outcome="Passed" />
                <UnitTestResult testName="b" outcome="Passed" />
                <UnitTestResult testName="c" outcome="NotExecuted" />
                <UnitTestResult testName="d" outcome="Failed"><Output><ErrorInfo><Message>1 should be 2</Message><StackTrace>at d</StackTrace></ErrorInfo></Output></UnitTestResult>
                <UnitTestResult testName="e" outcome="Timeout" />
              </Results>
              <ResultSummary outcome="Failed" />
            </TestRun>
            """);
        (result.Passed, result.Skipped).ShouldBe((2, 1));
        result.Failures.Select(failure => failure.Test).ShouldBe(["d", "e"]);
        result.Failures[0].Message.ShouldBe("1 should be 2\nat d");
    }

    [Fact]
    public void A_trx_of_a_crashed_test_host_has_a_failure()
    {
        var result = Read(Trx.Read, """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results><UnitTestResult testName="a" outcome="Passed" /></Results>
              <ResultSummary outcome="Failed"><RunInfos>
                <RunInfo outcome="Error"><Text>The active test run was aborted.</Text></RunInfo>
                <RunInfo outcome="Warning"><Text>slow</Text></RunInfo>
              </RunInfos></ResultSummary>
            </TestRun>
            """);
        result.Failures.ShouldHaveSingleItem().Message.ShouldBe("The active test run was aborted.");
    }

    [Fact]
    public void Vitest_counts_tests_and_files_that_do_not_load()
    {
        var result = Read(VitestReport.Read, """
            {"testResults": [
              {"name": "a.test.ts", "status": "failed", "message": "", "assertionResults": [
                {"fullName": "one", "status": "passed", "failureMessages": []},
                {"fullName": "two", "status": "failed", "failureMessages": ["expected 1"]},
                {"fullName": "three", "status": "skipped", "failureMessages": []}]},
              {"name": "b.test.ts", "status": "failed", "message": "Cannot find module", "assertionResults": []}]}
            """);
        (result.Passed, result.Skipped).ShouldBe((1, 1));
        result.Failures.ShouldBe([new Failure("two", "expected 1"), new Failure("b.test.ts", "Cannot find module")]);
    }

    [Fact]
    public void Playwright_counts_nested_tests_and_takes_a_flaky_one_for_failed()
    {
        var result = Read(PlaywrightReport.Read, """
            {"errors": [{"message": "the server did not start"}], "suites": [{"title": "chat.spec.ts",
              "specs": [{"title": "sends", "tests": [{"status": "expected", "results": [{"errors": []}]}]}],
              "suites": [{"title": "offline", "specs": [
                {"title": "queues", "tests": [{"status": "flaky", "results": [{"errors": [{"message": "first try"}]}, {"errors": []}]}]},
                {"title": "waits", "tests": [{"status": "skipped", "results": []}]}]}]}]}
            """);
        (result.Passed, result.Skipped).ShouldBe((1, 1));
        result.Failures.ShouldBe([new Failure("chat.spec.ts > offline > queues", "first try"), new Failure("(the run)", "the server did not start")]);
    }

    [Fact]
    public void A_program_that_failed_without_a_failing_test_counts_as_failed()
    {
        new SuiteResult(5, [], 0).Checked(exitCode: 134, "Aborted").Failures.ShouldHaveSingleItem().Message.ShouldContain("134");
        new SuiteResult(5, [], 0).Checked(exitCode: 0, "").Failures.ShouldBeEmpty();
        new SuiteResult(5, [new Failure("a", "b")], 0).Checked(exitCode: 1, "").Failures.Count.ShouldBe(1);
    }

    [Fact]
    public void A_suite_that_ran_no_test_counts_as_failed()
    {
        new SuiteResult(0, [], 0).Checked(exitCode: 0, "").Failures.ShouldHaveSingleItem().Message.ShouldStartWith("ran no test");
        new SuiteResult(0, [], 3).Checked(exitCode: 0, "").Failures.Count.ShouldBe(1);
    }

    private SuiteResult Read(Func<string, SuiteResult> read, string report)
    {
        File.WriteAllText(_file, report);
        return read(_file);
    }
}
