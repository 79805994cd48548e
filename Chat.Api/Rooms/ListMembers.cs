using Chat.Api.Common;
using Chat.Core.Common;
using Chat.Core.Limits;
using Chat.Core.Rooms;
using FastEndpoints;
using Microsoft.Extensions.Options;

namespace Chat.Api.Rooms;

/// <summary><c>GET rooms/{roomId}/members</c>: who is in a room, by cursor.</summary>
internal sealed class ListMembers(RoomQueries rooms, CurrentUser user) : Endpoint<ListMembersRequest, Page<MemberView>>
{
    public override void Configure()
    {
        Get("rooms/{roomId}/members");
        Description(endpoint => endpoint.WithName("listMembers"));
        Summary(summary => summary.Summary = "Who is in a room");
    }

    public override async Task HandleAsync(ListMembersRequest req, CancellationToken ct) =>
        await this.AnswerAsync(await rooms.ListMembersAsync(req.RoomId, user.Id, req.Cursor, req.Limit, ct), ct);

    internal sealed class Rules : Validator<ListMembersRequest>
    {
        public Rules(IOptions<LimitOptions> limits) => RuleFor(request => request.Limit).PageLimit(limits);
    }
}

/// <summary>Which part of a room's members.</summary>
/// <param name="RoomId">The room, from the route.</param>
/// <param name="Cursor">The <c>next</c> of the part before; absent for the first part.</param>
/// <param name="Limit">Items at most: 1 to the page limit.</param>
internal sealed record ListMembersRequest(
    Guid RoomId, [property: QueryParam] Guid? Cursor = null, [property: QueryParam] int Limit = PageRequest.DefaultLimit);
