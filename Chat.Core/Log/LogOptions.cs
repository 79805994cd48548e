using System.ComponentModel.DataAnnotations;

namespace Chat.Core.Log;

/// <summary>How messages are appended. Section <c>Chat:Log</c>.</summary>
public sealed record LogOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Chat:Log";

    /// <summary>Writers, each with one batch on its way. A room always has the same one, which keeps its order.</summary>
    [Range(1, 64)]
    public int Writers { get; init; } = 2;

    /// <summary>Messages in one batch.</summary>
    [Range(1, 1024)]
    public int BatchSize { get; init; } = 128;

    /// <summary>Messages that may wait for one writer; more are refused with 503 rather than kept in memory.</summary>
    [Range(1, 1_000_000)]
    public int QueueLength { get; init; } = 4096;
}
