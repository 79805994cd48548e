namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Calls one function whenever its trigger says so. Each extension brings its own.</summary>
internal abstract class TriggerListener
{
    /// <summary>The type of the parameter that the trigger fills.</summary>
    public abstract Type InputType { get; }

    /// <summary>Listens until <paramref name="stopping"/>; then returns when the last invocation has ended.</summary>
    public abstract Task ListenAsync(Invocation invoke, CancellationToken stopping);
}

/// <summary>Runs the function once and says whether it succeeded; what it threw is logged.</summary>
/// <param name="input">The value of the trigger's parameter.</param>
/// <param name="reason">Why, for the log.</param>
/// <param name="stopping">The program ends.</param>
internal delegate Task<bool> Invocation(object input, string reason, CancellationToken stopping);
