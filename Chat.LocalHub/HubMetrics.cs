using System.Diagnostics.Metrics;

namespace Chat.LocalHub;

/// <summary>The meter <c>Chat.LocalHub</c>.</summary>
internal sealed class HubMetrics : IDisposable
{
    public const string MeterName = "Chat.LocalHub";

    private readonly Meter _meter;
    private readonly UpDownCounter<long> _connections;
    private readonly Counter<long> _received;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _slow;
    private readonly Counter<long> _dropped;

    public HubMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _connections = _meter.CreateUpDownCounter<long>("chat.hub.connections", "{connection}", "Open connections.");
        _received = _meter.CreateCounter<long>("chat.hub.messages.received", "{message}", "Messages from clients.");
        _sent = _meter.CreateCounter<long>("chat.hub.messages.sent", "{message}", "Messages queued to clients.");
        _slow = _meter.CreateCounter<long>("chat.hub.slow_clients", "{connection}", "Connections cut because the client did not read.");
        _dropped = _meter.CreateCounter<long>("chat.hub.backplane.dropped", "{message}", "Messages that other nodes did not get because Redis did not take them.");
    }

    public void Connected() => _connections.Add(1);

    public void Disconnected() => _connections.Add(-1);

    public void Received() => _received.Add(1);

    public void Sent(int messages) => _sent.Add(messages);

    public void SlowClient() => _slow.Add(1);

    public void Dropped() => _dropped.Add(1);

    /// <summary>Reports the bytes that wait for clients, when somebody looks.</summary>
    public void ObserveWaitingBytes(Func<long> waitingBytes) =>
        _meter.CreateObservableGauge("chat.hub.queue.bytes", waitingBytes, "By", "Bytes that wait for clients.");

    public void Dispose() => _meter.Dispose();
}
