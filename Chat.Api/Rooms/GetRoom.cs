using Chat.Api.Common;
using Chat.Core.Rooms;
using FastEndpoints;

namespace Chat.Api.Rooms;

/// <summary><c>GET rooms/{roomId}</c>: one of the caller's rooms.</summary>
internal sealed class GetRoom(RoomQueries rooms, CurrentUser user) : Endpoint<RoomRequest, RoomView>
{
    public override void Configure()
    {
        Get("rooms/{roomId}");
        Description(endpoint => endpoint.WithName("getRoom"));
        Summary(summary => summary.Summary = "One room");
    }

    public override async Task HandleAsync(RoomRequest req, CancellationToken ct) =>
        await this.AnswerAsync(await rooms.GetAsync(req.RoomId, user.Id, ct), ct);
}
