using Chat.Core.Rooms;

namespace Chat.Api.Upstream;

/// <summary>Knows which rooms a user's sockets listen to.</summary>
internal interface ISocketRooms
{
    /// <summary>The ids of all rooms that the user is in, in no order, read from what is committed now.</summary>
    ValueTask<IReadOnlyList<Guid>> GetRoomIdsAsync(Guid userId, CancellationToken cancellation);
}

/// <summary>The rooms in the store. A socket is no request, so each read has a scope of its own.</summary>
internal sealed class StoredSocketRooms(IServiceScopeFactory scopes) : ISocketRooms
{
    public async ValueTask<IReadOnlyList<Guid>> GetRoomIdsAsync(Guid userId, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RoomQueries>().GetRoomIdsAsync(userId, cancellation);
    }
}
