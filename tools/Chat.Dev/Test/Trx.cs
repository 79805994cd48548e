using System.Xml.Linq;

namespace Chat.Dev.Test;

/// <summary>Reads the results that <c>dotnet test</c> writes.</summary>
internal static class Trx
{
    private static readonly XNamespace Ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static SuiteResult Read(string file)
    {
        var root = XDocument.Load(file).Root!;
        var outcomes = root.Descendants(Ns + "UnitTestResult").ToLookup(result => (string?)result.Attribute("outcome"));
        // Anything that neither passed nor was skipped failed: also Timeout, Aborted, or an outcome that is not known yet.
        var failures = outcomes
            .Where(group => group.Key is not ("Passed" or "NotExecuted"))
            .SelectMany(group => group)
            .Select(result => new Failure((string?)result.Attribute("testName") ?? "(unnamed)", Message(result)))
            .Concat(RunErrors(root));
        return new SuiteResult(outcomes["Passed"].Count(), [.. failures], outcomes["NotExecuted"].Count());
    }

    private static string Message(XElement result) => string.Join('\n', result.Descendants(Ns + "ErrorInfo").Elements().Select(part => part.Value.Trim()));

    // A crash of the test host, or an exception that no test caught.
    private static IEnumerable<Failure> RunErrors(XElement root) => root
        .Descendants(Ns + "RunInfo")
        .Where(info => (string?)info.Attribute("outcome") is "Error" or "Aborted")
        .Select(info => new Failure("(the run)", info.Value.Trim()));
}
