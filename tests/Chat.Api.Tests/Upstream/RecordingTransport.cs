using System.Collections.Concurrent;
using Chat.Core.Transport;

namespace Chat.Api.Tests.Upstream;

/// <summary>Writes down what the door does to connections. The door sends nothing and asks nothing.</summary>
internal sealed class RecordingTransport : IRealtimeTransport
{
    private readonly ConcurrentQueue<string> _done = new();

    /// <summary>What was done to a connection, in order.</summary>
    public IEnumerable<string> DoneTo(string connectionId) =>
        _done.Where(line => line.StartsWith(connectionId, StringComparison.Ordinal)).Select(line => line[(connectionId.Length + 1)..]);

    public ValueTask AddConnectionToGroupAsync(string connectionId, string group, CancellationToken cancellation) =>
        Record($"{connectionId} + {group}");

    public ValueTask RemoveConnectionFromGroupAsync(string connectionId, string group, CancellationToken cancellation) =>
        Record($"{connectionId} - {group}");

    public ValueTask CloseConnectionAsync(string connectionId, string reason, CancellationToken cancellation) =>
        Record($"{connectionId} closed");

    public ValueTask SendAsync(Outbound message, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask AddUserToGroupAsync(string userId, string group, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask RemoveUserFromGroupAsync(string userId, string group, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask CloseUserConnectionsAsync(string userId, string reason, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<bool> ConnectionExistsAsync(string connectionId, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<ClientAccess> GetClientAccessAsync(ClientGrant grant, CancellationToken cancellation) => throw new NotSupportedException();

    private ValueTask Record(string line)
    {
        _done.Enqueue(line);
        return ValueTask.CompletedTask;
    }
}
