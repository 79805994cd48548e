namespace Chat.Core.Outbox;

/// <summary>How committed facts are told. Section <c>Chat:Relay</c>.</summary>
public sealed record RelayOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Chat:Relay";

    /// <summary>Facts read at once.</summary>
    public int BatchSize { get; init; } = 512;

    /// <summary>How long the relay waits without a wake-up before it looks. What a lost wake-up costs at most.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a room rests after a failure, with its later facts behind it; other rooms go on.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a partition stays with an instance that is not heard of: the pause that a dead instance costs its rooms.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often leases are renewed.</summary>
    public TimeSpan Renew { get; init; } = TimeSpan.FromSeconds(1);
}
