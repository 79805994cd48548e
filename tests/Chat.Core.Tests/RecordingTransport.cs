using System.Collections.Concurrent;
using System.Text.Json;
using Chat.Core.Transport;

namespace Chat.Core.Tests;

/// <summary>A transport that writes down what it is told, and refuses on demand.</summary>
internal sealed class RecordingTransport : IRealtimeTransport
{
    private readonly ConcurrentQueue<string> _calls = new();

    /// <summary>Targets that cannot be reached.</summary>
    public ConcurrentDictionary<string, bool> Refused { get; } = new();

    /// <summary>Everything that happened: <c>verb name</c>, for facts <c>verb name kind seq</c>.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>The positions told to a room, in order.</summary>
    public IReadOnlyList<long> Told(Guid roomId)
    {
        var start = $"send {Groups.Room(roomId)} ";
        return [.. _calls.Where(call => call.StartsWith(start, StringComparison.Ordinal)).Select(call => long.Parse(call.Split(' ')[3]))];
    }

    public ValueTask SendAsync(Outbound message, CancellationToken cancellation)
    {
        using var json = JsonDocument.Parse(message.Json);
        var seq = json.RootElement.TryGetProperty("seq", out var value) ? " " + value : "";
        return Note(message.Target.Name, $"send {message.Target.Name} {json.RootElement.GetProperty("kind")}{seq}");
    }

    public ValueTask AddUserToGroupAsync(string userId, string group, CancellationToken cancellation) => Note(group, $"add {userId} {group}");

    public ValueTask RemoveUserFromGroupAsync(string userId, string group, CancellationToken cancellation) => Note(group, $"remove {userId} {group}");

    public ValueTask AddConnectionToGroupAsync(string connectionId, string group, CancellationToken cancellation) => Note(group, $"add {connectionId} {group}");

    public ValueTask RemoveConnectionFromGroupAsync(string connectionId, string group, CancellationToken cancellation) =>
        Note(group, $"remove {connectionId} {group}");

    public ValueTask CloseConnectionAsync(string connectionId, string reason, CancellationToken cancellation) => Note(connectionId, $"close {connectionId}");

    public ValueTask CloseUserConnectionsAsync(string userId, string reason, CancellationToken cancellation) => Note(userId, $"close {userId}");

    public ValueTask<bool> ConnectionExistsAsync(string connectionId, CancellationToken cancellation) => ValueTask.FromResult(false);

    public ValueTask<ClientAccess> GetClientAccessAsync(ClientGrant grant, CancellationToken cancellation) =>
        ValueTask.FromResult(new ClientAccess("/nowhere", DateTimeOffset.MaxValue));

    private ValueTask Note(string target, string call)
    {
        if (Refused.ContainsKey(target)) throw new TransportUnavailableException("Refused by the test.");
        _calls.Enqueue(call);
        return ValueTask.CompletedTask;
    }
}
