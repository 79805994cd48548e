using Chat.Api.Common;
using Chat.Core.Rooms;
using FastEndpoints;

namespace Chat.Api.Rooms;

/// <summary><c>POST rooms/{roomId}/leave</c>: goes out of a room.</summary>
internal sealed class LeaveRoom(RoomService rooms, CurrentUser user) : EndpointWithoutRequest
{
    public override void Configure()
    {
        Post("rooms/{roomId}/leave");
        Description(endpoint => endpoint.WithName("leaveRoom").Produces(StatusCodes.Status204NoContent));
        Summary(summary => summary.Summary = "Leave a room");
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await this.AnswerAsync(await rooms.LeaveAsync(user.Id, Route<Guid>("roomId"), ct), ct);
}
