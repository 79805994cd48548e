namespace Chat.Core.Common;

/// <summary>What kind of failure an <see cref="Error"/> is. Doors map it: HTTP to a status, sockets to an ack error name.</summary>
public enum ErrorKind
{
    /// <summary>The request is not well formed (400).</summary>
    Invalid,

    /// <summary>Who is asking is not known (401).</summary>
    Unauthenticated,

    /// <summary>The caller is known and may not do this (403).</summary>
    Forbidden,

    /// <summary>It does not exist, or the caller may not know that it does (404).</summary>
    NotFound,

    /// <summary>It clashes with what is stored (409).</summary>
    Conflict,

    /// <summary>It is larger than the limit (413).</summary>
    TooLarge,

    /// <summary>Too much in too short a time (429, with Retry-After).</summary>
    Limited,

    /// <summary>A store or service that is needed is away; the same request may succeed later (503, with Retry-After).</summary>
    Unavailable,
}

/// <summary>
/// An expected failure: a value from the closed list in <see cref="Errors"/>, never made anywhere else.
/// A bug is an exception, not one of these.
/// </summary>
/// <param name="Code">Stable and public, <c>area.reason</c>. Clients branch on it; it never changes its meaning.</param>
/// <param name="Kind">How doors answer it.</param>
/// <param name="Message">One sentence for people, in English; clients translate by <paramref name="Code"/>.</param>
public sealed record Error(string Code, ErrorKind Kind, string Message)
{
    /// <summary>When the same request may succeed, for <see cref="ErrorKind.Limited"/> and <see cref="ErrorKind.Unavailable"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Facts about this failure that a program can use (a limit, an expected number), by name; null when there are none.</summary>
    public IReadOnlyDictionary<string, object>? Details { get; init; }
}
