using System.Collections.Concurrent;
using System.Text;
using Chat.LocalHub.Events;

namespace Chat.LocalHub.Tests.Fixtures;

/// <summary>An application that records what it is told and answers what the test says.</summary>
public sealed class RecordedEvents : IHubEvents
{
    public Func<ConnectRequest, ConnectReply> OnConnect { get; set; } = _ => ConnectReply.Accept;

    public Func<UserEvent, ValueTask<UserEventReply>> OnUserEvent { get; set; } = _ => ValueTask.FromResult(UserEventReply.Ok);

    public Func<ValueTask> OnConnected { get; set; } = () => ValueTask.CompletedTask;

    public ConcurrentQueue<ConnectRequest> Requests { get; } = new();

    /// <summary>Everything in the order in which it came: <c>connected u1</c>, <c>event name data</c>, <c>disconnected u1</c>.</summary>
    public ConcurrentQueue<string> Journal { get; } = new();

    public ConcurrentQueue<(ClientConnection Connection, Disconnection Disconnection)> Ends { get; } = new();

    public ConcurrentQueue<IReadOnlyList<LiveConnection>> AliveReports { get; } = new();

    public ValueTask<ConnectReply> ConnectAsync(ConnectRequest request, CancellationToken cancellation)
    {
        Requests.Enqueue(request);
        return ValueTask.FromResult(OnConnect(request));
    }

    public async ValueTask ConnectedAsync(ClientConnection connection, CancellationToken cancellation)
    {
        await OnConnected();
        Journal.Enqueue($"connected {connection.UserId}");
    }

    public async ValueTask<UserEventReply> UserEventAsync(UserEvent userEvent, CancellationToken cancellation)
    {
        var reply = await OnUserEvent(userEvent);
        Journal.Enqueue($"event {userEvent.Name} {Encoding.UTF8.GetString(userEvent.Payload.Data.Span)}");
        return reply;
    }

    public ValueTask DisconnectedAsync(ClientConnection connection, Disconnection disconnection, CancellationToken cancellation)
    {
        Journal.Enqueue($"disconnected {connection.UserId}");
        Ends.Enqueue((connection, disconnection));
        return ValueTask.CompletedTask;
    }

    public ValueTask AliveAsync(IReadOnlyList<LiveConnection> connections, CancellationToken cancellation)
    {
        AliveReports.Enqueue(connections);
        return ValueTask.CompletedTask;
    }
}
