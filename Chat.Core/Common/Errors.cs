namespace Chat.Core.Common;

/// <summary>
/// Every expected failure there is. The list is closed: docs/protocol.md section 6 and the web client's
/// <c>errorCodes.ts</c> are compared with it in a test.
/// </summary>
public static class Errors
{
    /// <summary>The request is not well formed.</summary>
    public static readonly Error RequestInvalid = new("request.invalid", ErrorKind.Invalid, "The request is not well formed.");

    /// <summary>No such path.</summary>
    public static readonly Error RequestNotFound = new("request.not_found", ErrorKind.NotFound, "There is nothing at this address.");

    /// <summary>The path exists and does not know this method.</summary>
    public static readonly Error RequestMethodNotAllowed = new("request.method_not_allowed", ErrorKind.Invalid, "This address does not know that method.");

    /// <summary>The body is over the limit.</summary>
    public static readonly Error RequestTooLarge = new("request.too_large", ErrorKind.TooLarge, "The request is too large.");

    /// <summary>The body is not JSON.</summary>
    public static readonly Error RequestMediaType = new("request.media_type", ErrorKind.Invalid, "The body must be application/json.");

    /// <summary>There is no valid access token.</summary>
    public static readonly Error AuthRequired = new("auth.required", ErrorKind.Unauthenticated, "Sign in first.");

    /// <summary>User name or password is wrong; which of the two is not said.</summary>
    public static readonly Error AuthCredentials = new("auth.credentials", ErrorKind.Unauthenticated, "The user name or the password is wrong.");

    /// <summary>The refresh token is unknown, ended or was replayed.</summary>
    public static readonly Error AuthRefresh = new("auth.refresh", ErrorKind.Unauthenticated, "The session has ended. Sign in again.");

    /// <summary>The token does not allow this.</summary>
    public static readonly Error AuthForbidden = new("auth.forbidden", ErrorKind.Forbidden, "You may not do this.");

    /// <summary>Somebody has this user name.</summary>
    public static readonly Error UsernameTaken = new("account.username_taken", ErrorKind.Conflict, "This user name is taken.");

    /// <summary>There is no such room, or the caller is not in it.</summary>
    public static readonly Error RoomNotFound = new("room.not_found", ErrorKind.NotFound, "There is no such room.");

    /// <summary>Another room has this code.</summary>
    public static readonly Error RoomCodeTaken = new("room.code_taken", ErrorKind.Conflict, "This room code is taken.");

    /// <summary>The message id belongs to another message.</summary>
    public static readonly Error MessageConflict = new("message.conflict", ErrorKind.Conflict, "Another message has this id.");

    /// <summary>There is nothing in the message but white space.</summary>
    public static readonly Error MessageEmpty = new("message.empty", ErrorKind.Invalid, "The message is empty.");

    /// <summary>The content has a U+0000 or half a character.</summary>
    public static readonly Error MessageNotText = new("message.not_text", ErrorKind.Invalid, "The message has characters that are not text.");

    /// <summary>A store or service is away.</summary>
    public static readonly Error ServiceUnavailable =
        new("service.unavailable", ErrorKind.Unavailable, "The service cannot do this right now. Try again.") { RetryAfter = TimeSpan.FromSeconds(1) };

    /// <summary>A bug. Never made by a service: the doors use it for an exception that nobody expected.</summary>
    public static readonly Error ServiceFailed = new("service.failed", ErrorKind.Unavailable, "Something went wrong on our side.");

    /// <summary>The room has as many members as it may have.</summary>
    /// <param name="limit">Members.</param>
    public static Error RoomFull(int limit) =>
        new("room.full", ErrorKind.Conflict, "The room is full.") { Details = With("limit", limit) };

    /// <summary>The caller has made as many rooms today (UTC) as one may.</summary>
    /// <param name="limit">Rooms per UTC day.</param>
    /// <param name="resetsAt">When the next day begins.</param>
    /// <param name="now">The time of the refusal.</param>
    public static Error RoomDailyLimit(int limit, DateTimeOffset resetsAt, DateTimeOffset now) =>
        new("room.daily_limit", ErrorKind.Limited, "You have made as many rooms today as you may.")
        {
            RetryAfter = resetsAt - now,
            Details = new Dictionary<string, object> { ["limit"] = limit, ["resetsAt"] = resetsAt },
        };

    /// <summary>The content is over the limit.</summary>
    /// <param name="limit">Bytes of UTF-8.</param>
    public static Error MessageTooLarge(int limit) =>
        new("message.too_large", ErrorKind.TooLarge, "The message is too long.") { Details = With("limit", limit) };

    /// <summary>Too many requests of this kind.</summary>
    /// <param name="retryAfter">When the next one is let through.</param>
    public static Error RateLimited(TimeSpan retryAfter) =>
        new("rate.limited", ErrorKind.Limited, "Too fast. Wait a moment.") { RetryAfter = retryAfter };

    private static Dictionary<string, object> With(string name, object value) => new() { [name] = value };
}
