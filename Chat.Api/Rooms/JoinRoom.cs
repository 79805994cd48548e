using Chat.Api.Common;
using Chat.Core.Common;
using Chat.Core.Rooms;
using FastEndpoints;

namespace Chat.Api.Rooms;

/// <summary><c>POST rooms/join</c>: comes in by the room's code. Who is in already stays in.</summary>
internal sealed class JoinRoom(RoomService rooms, RoomQueries queries, CurrentUser user) : Endpoint<JoinRoomRequest, RoomView>
{
    public override void Configure()
    {
        Post("rooms/join");
        Description(endpoint => endpoint.WithName("joinRoom"));
        Summary(summary => summary.Summary = "Join a room by its code");
    }

    public override async Task HandleAsync(JoinRoomRequest req, CancellationToken ct)
    {
        var joined = await rooms.JoinAsync(user.Id, req.Code, user.Limits, ct);
        Result<RoomView> answer = joined.Succeeded ? await queries.GetAsync(joined.Value, user.Id, ct) : joined.Error;
        await this.AnswerAsync(answer, ct);
    }

    internal sealed class Rules : Validator<JoinRoomRequest>
    {
        public Rules() => RuleFor(request => request.Code).RoomCode();
    }
}

/// <summary>What lets one in.</summary>
/// <param name="Code">The room's code; compared without case.</param>
internal sealed record JoinRoomRequest(string Code);
