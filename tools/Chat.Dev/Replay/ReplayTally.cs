namespace Chat.Dev.Replay;

/// <summary>What was done with a log's lines.</summary>
internal sealed class ReplayTally
{
    /// <summary>Messages that the API took, or had already.</summary>
    public int Sent { get; set; }

    /// <summary>Times somebody came in.</summary>
    public int Joined { get; set; }

    /// <summary>Times somebody went.</summary>
    public int Left { get; set; }

    /// <summary>New names.</summary>
    public int Renamed { get; set; }

    /// <summary>Messages that were refused, by reason.</summary>
    public SortedDictionary<string, int> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Lines that a room has no place for, by kind.</summary>
    public SortedDictionary<string, int> Skipped { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts a refusal.</summary>
    public void Refuse(string reason) => Refused[reason] = Refused.GetValueOrDefault(reason) + 1;

    /// <summary>Counts a skipped line.</summary>
    public Task SkipAsync(string what)
    {
        Skipped[what] = Skipped.GetValueOrDefault(what) + 1;
        return Task.CompletedTask;
    }
}
