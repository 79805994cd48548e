using Chat.Api.Common;
using Chat.Core.Common;
using Chat.Core.Rooms;
using FastEndpoints;

namespace Chat.Api.Rooms;

/// <summary><c>GET rooms</c>: the caller's rooms, by cursor.</summary>
internal sealed class ListRooms(RoomQueries rooms, CurrentUser user) : Endpoint<PageRequest, Page<RoomView>>
{
    public override void Configure()
    {
        Get("rooms");
        Description(endpoint => endpoint.WithName("listRooms"));
        Summary(summary => summary.Summary = "My rooms");
    }

    public override async Task HandleAsync(PageRequest req, CancellationToken ct) =>
        await Send.OkAsync(await rooms.ListAsync(user.Id, req.Cursor, req.Limit, ct), ct);
}
