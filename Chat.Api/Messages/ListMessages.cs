using Chat.Api.Common;
using Chat.Core.Limits;
using Chat.Core.Log;
using Chat.Core.Messages;
using FastEndpoints;
using FluentValidation;
using Microsoft.Extensions.Options;

namespace Chat.Api.Messages;

/// <summary><c>GET rooms/{roomId}/messages</c>: a page of messages before, after or around a position, or the newest.</summary>
internal sealed class ListMessages(LogReader log, CurrentUser user) : Endpoint<ListMessagesRequest, MessagePage>
{
    public override void Configure()
    {
        Get("rooms/{roomId}/messages");
        Description(endpoint => endpoint.WithName("listMessages"));
        Summary(summary => summary.Summary = "Messages of a room");
    }

    public override async Task HandleAsync(ListMessagesRequest req, CancellationToken ct) =>
        await this.AnswerAsync(
            req switch
            {
                { After: { } after } => await log.MessagesAfterAsync(req.RoomId, user.Id, after, req.Limit, ct),
                { Around: { } around } => await log.MessagesAroundAsync(req.RoomId, user.Id, around, req.Limit, ct),
                _ => await log.MessagesBeforeAsync(req.RoomId, user.Id, req.Before, req.Limit, ct),
            },
            ct);

    internal sealed class Rules : Validator<ListMessagesRequest>
    {
        public Rules(IOptions<LimitOptions> limits)
        {
            RuleFor(request => request.Limit).PageLimit(limits);
            RuleFor(request => request.Before).GreaterThan(0);
            RuleFor(request => request.After).GreaterThanOrEqualTo(0);
            RuleFor(request => request.Around).GreaterThan(0);
            RuleFor(request => request)
                .Must(request => new[] { request.Before, request.After, request.Around }.Count(position => position is not null) <= 1)
                .OverridePropertyName("before").WithMessage("Only one of before, after and around.");
        }
    }
}

/// <summary>Which messages.</summary>
/// <param name="RoomId">The room, from the route.</param>
/// <param name="Before">Only messages before this position.</param>
/// <param name="After">Only messages after this position.</param>
/// <param name="Around">Messages on both sides of this position.</param>
/// <param name="Limit">Messages at most: 1 to the page limit.</param>
internal sealed record ListMessagesRequest(
    Guid RoomId,
    [property: QueryParam] long? Before = null,
    [property: QueryParam] long? After = null,
    [property: QueryParam] long? Around = null,
    [property: QueryParam] int Limit = PageRequest.DefaultLimit);
