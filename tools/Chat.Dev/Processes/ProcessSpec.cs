namespace Chat.Dev.Processes;

/// <summary>What to start.</summary>
/// <param name="Program">A path, or a name to be found on PATH.</param>
/// <param name="Arguments">Passed as they are; no shell reads them.</param>
public sealed record ProcessSpec(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>The folder it runs in; this process's own when null.</summary>
    public string? Folder { get; init; }

    /// <summary>Variables added to this process's environment; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The account to run as, when this process is root; null keeps the own one.</summary>
    public string? Account { get; init; }

    /// <summary>What it reads on standard input, which is closed after it.</summary>
    public string Input { get; init; } = "";

    /// <summary>Called with each line of standard output and standard error, from any thread.</summary>
    public Action<string>? Output { get; init; }

    /// <summary>What the kernel sends it when the process that started it dies, however that dies (Linux only).</summary>
    public Signal OnOwnerDeath { get; init; } = Signal.Kill;

    /// <summary>For people: the program and its arguments.</summary>
    public override string ToString() => string.Join(' ', [Program, .. Arguments]);
}
