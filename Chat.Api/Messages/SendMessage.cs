using Chat.Api.Common;
using Chat.Core.Messages;
using FastEndpoints;
using FluentValidation;

namespace Chat.Api.Messages;

/// <summary><c>POST rooms/{roomId}/messages</c>: says something. Sent again with the same id, it answers as the first time.</summary>
internal sealed class SendMessage(MessageService messages, CurrentUser user) : Endpoint<SendMessageRequest, MessageView>
{
    public override void Configure()
    {
        Post("rooms/{roomId}/messages");
        Description(endpoint => endpoint.WithName("sendMessage").Produces<MessageView>(StatusCodes.Status201Created));
        Summary(summary => summary.Summary = "Send a message");
    }

    public override async Task HandleAsync(SendMessageRequest req, CancellationToken ct)
    {
        var result = await messages.SendAsync(user.Id, user.Limits, req.RoomId, req.Id, req.Content);
        await this.AnswerAsync(result, ct, StatusCodes.Status201Created);
    }

    internal sealed class Rules : Validator<SendMessageRequest>
    {
        public Rules() => RuleFor(request => request.Id).NotEmpty().WithMessage("A UUID of the client's own making.");
    }
}

/// <summary>What is said.</summary>
/// <param name="RoomId">The room, from the route.</param>
/// <param name="Id">Made by the client (UUID version 7); the message's id for life.</param>
/// <param name="Content">As typed.</param>
internal sealed record SendMessageRequest(Guid RoomId, Guid Id, string Content);
