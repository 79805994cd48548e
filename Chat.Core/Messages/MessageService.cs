using Chat.Core.Common;
using Chat.Core.Limits;
using Chat.Core.Log;
using Microsoft.Extensions.Options;

namespace Chat.Core.Messages;

/// <summary>Sends messages, for every door alike.</summary>
public sealed class MessageService(RoomLog log, SendRates rates, IOptions<LimitOptions> limits)
{
    /// <summary>Stores a user's message. Sending the same one again stores nothing and answers the same.</summary>
    /// <returns>
    /// The stored message, or an error: <see cref="Errors.MessageEmpty"/>, <see cref="Errors.MessageNotText"/>, <see cref="Errors.MessageTooLarge"/>,
    /// <see cref="Errors.RateLimited"/>, <see cref="Errors.RoomNotFound"/>, <see cref="Errors.MessageConflict"/>,
    /// <see cref="Errors.ServiceUnavailable"/>.
    /// </returns>
    public Task<Result<MessageView>> SendAsync(Guid userId, LimitProfile profile, Guid roomId, Guid id, string? content) =>
        AppendAsync(profile == LimitProfile.Import ? null : userId.ToString(), new Append(roomId, id, userId, null, content ?? ""));

    /// <summary>Stores a guest's message; see <see cref="SendAsync"/>.</summary>
    /// <param name="origin">Whose rate it counts for: where the guest comes from.</param>
    /// <param name="name">The name to show.</param>
    /// <param name="roomId">The room, which the guest was let into by its code.</param>
    /// <param name="id">Made by the door.</param>
    /// <param name="content">As typed.</param>
    public Task<Result<MessageView>> SendAsGuestAsync(string origin, string name, Guid roomId, Guid id, string? content) =>
        AppendAsync("guest " + origin, new Append(roomId, id, null, name, content ?? ""));

    private async Task<Result<MessageView>> AppendAsync(string? rate, Append append)
    {
        if (MessageRules.Check(append.Content, limits.Value.MessageBytes) is { } refused) return refused;
        if (rate is not null && rates.Take(rate) is { } limited) return limited;

        var result = await log.AppendAsync(append);
        if (!result.Succeeded) return result.Error;
        var (seq, at, name) = result.Value;
        return new MessageView(append.Id, append.RoomId, seq, new AuthorView(append.AuthorId, name), append.Content, at);
    }
}
