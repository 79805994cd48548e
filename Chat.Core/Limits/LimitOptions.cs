using System.ComponentModel.DataAnnotations;

namespace Chat.Core.Limits;

/// <summary>How much is allowed. Section <c>Chat:Limits</c>; shown by <c>GET /api/v1/limits</c>. Operators set them, users cannot.</summary>
public sealed record LimitOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Chat:Limits";

    /// <summary>Bytes of UTF-8 in a message; 64 KiB at the very most.</summary>
    [Range(1, 65536)]
    public int MessageBytes { get; init; } = 16 * 1024;

    /// <summary>Items in a page.</summary>
    [Range(1, 200)]
    public int PageSize { get; init; } = 200;

    /// <summary>Members in a room.</summary>
    [Range(1, 100_000)]
    public int RoomMembers { get; init; } = 500;

    /// <summary>Rooms that one user may make on one UTC day.</summary>
    [Range(0, 1_000_000)]
    public int RoomsPerDay { get; init; } = 10;

    /// <summary>Messages a second that one user may send for long; zero means no limit.</summary>
    [Range(0, 1_000_000)]
    public int SendsPerSecond { get; init; } = 5;

    /// <summary>Messages that one user may send at once after a pause.</summary>
    [Range(1, 1_000_000)]
    public int SendBurst { get; init; } = 20;
}

/// <summary>Which limits hold for a caller. It comes with the access token and from nowhere else.</summary>
public enum LimitProfile
{
    /// <summary>Those of <see cref="LimitOptions"/>.</summary>
    Standard,

    /// <summary>For bringing in logs: no send rate, no room size. Only an administrator can issue such a token.</summary>
    Import,
}
