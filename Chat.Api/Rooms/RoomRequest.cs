namespace Chat.Api.Rooms;

/// <summary>A request about one room and nothing more.</summary>
/// <param name="RoomId">The room, from the route.</param>
internal sealed record RoomRequest(Guid RoomId);
