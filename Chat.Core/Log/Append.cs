using Chat.Core.Common;

namespace Chat.Core.Log;

/// <summary>A message to be appended. Its shape has been checked.</summary>
/// <param name="RoomId">The room.</param>
/// <param name="Id">Made by the client.</param>
/// <param name="AuthorId">Who says it; null for a guest.</param>
/// <param name="GuestName">The name of a guest; null for a user, whose name the log looks up.</param>
/// <param name="Content">As typed.</param>
public sealed record Append(Guid RoomId, Guid Id, Guid? AuthorId, string? GuestName, string Content);

/// <summary>A message that is in the log, stored now or before.</summary>
/// <param name="Seq">Its position.</param>
/// <param name="At">When it was stored.</param>
/// <param name="AuthorName">The name that it carries.</param>
public sealed record Appended(long Seq, DateTimeOffset At, string AuthorName);

/// <summary>An append on its way, with the caller who waits for it.</summary>
internal sealed class PendingAppend(Append append)
{
    // Continuations leave the writer's thread: a caller must never hold up the next batch.
    private readonly TaskCompletionSource<Result<Appended>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Append Append => append;

    public Task<Result<Appended>> Done => _done.Task;

    public void Complete(Result<Appended> result) => _done.TrySetResult(result);

    public void Fail(Exception exception) => _done.TrySetException(exception);
}
