namespace Chat.Dev.Test;

/// <summary>Tests that are run by one program.</summary>
/// <param name="Part">The name that selects it: <c>./dev.cs test {part}</c>.</param>
/// <param name="Name">For people.</param>
public abstract record Suite(string Part, string Name)
{
    /// <summary>Runs it.</summary>
    public abstract Task<SuiteResult> RunAsync(TestRun run, CancellationToken cancellation);
}
