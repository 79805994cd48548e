using Chat.Api.Common;
using Chat.Core.Common;
using Chat.Core.Rooms;
using FastEndpoints;
using FluentValidation;

namespace Chat.Api.Rooms;

/// <summary><c>POST rooms</c>: makes a room that the caller owns.</summary>
internal sealed class CreateRoom(RoomService rooms, RoomQueries queries, CurrentUser user) : Endpoint<CreateRoomRequest, RoomView>
{
    public override void Configure()
    {
        Post("rooms");
        Description(endpoint => endpoint.WithName("createRoom").Produces<RoomView>(StatusCodes.Status201Created));
        Summary(summary => summary.Summary = "Make a room");
    }

    public override async Task HandleAsync(CreateRoomRequest req, CancellationToken ct)
    {
        var made = await rooms.CreateAsync(user.Id, req.Name.Trim(), req.Code, ct);
        Result<RoomView> answer = made.Succeeded ? await queries.GetAsync(made.Value, user.Id, ct) : made.Error;
        await this.AnswerAsync(answer, ct, StatusCodes.Status201Created);
    }

    internal sealed class Rules : Validator<CreateRoomRequest>
    {
        public Rules()
        {
            RuleFor(request => request.Name).Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= RoomRules.NameLength)
                .WithMessage($"1 to {RoomRules.NameLength} characters, not only white space.");
            RuleFor(request => request.Code).RoomCode().When(request => request.Code is not null);
        }
    }
}

/// <summary>What makes a room.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Code">What one types to join: 1 to 64 letters, digits, <c>_</c> and <c>-</c>; one that nobody guesses when absent.</param>
internal sealed record CreateRoomRequest(string Name, string? Code = null);
