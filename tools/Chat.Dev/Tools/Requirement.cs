namespace Chat.Dev.Tools;

/// <summary>Something that must be on the machine.</summary>
/// <param name="Name">For people.</param>
/// <param name="FindAsync">What is there, with its version, or null.</param>
/// <param name="GetAsync">Gets it without asking, or throws a <see cref="DevException"/> that says exactly what to install.</param>
/// <param name="Remedy">For people: what <paramref name="GetAsync"/> would do.</param>
public sealed record Requirement(
    string Name, Func<CancellationToken, Task<string?>> FindAsync, Func<CancellationToken, Task> GetAsync, string Remedy)
{
    /// <summary>Gets it when it is missing, and says what is there then.</summary>
    /// <exception cref="DevException">It is still missing; the message says what to do.</exception>
    public async Task<string> EnsureAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } present)
            return present;
        await GetAsync(cancellation).ConfigureAwait(false);
        return await FindAsync(cancellation).ConfigureAwait(false) ?? throw new DevException($"{Name} is still missing after: {Remedy}.");
    }
}
