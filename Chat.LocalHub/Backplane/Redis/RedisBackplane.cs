using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Chat.LocalHub.Backplane.Redis;

/// <summary>
/// Several nodes over Redis publish/subscribe on one connection. Group messages go to the channel of the group's shard, everything
/// else to a channel that all nodes read. What exists is asked of the nodes themselves, which alone know it, and nothing about
/// connections is kept in Redis: there is nothing to expire, to sweep, or to lose with a flush. A question costs one round trip
/// because each node knows from signs of life who has to answer.
/// </summary>
internal sealed partial class RedisBackplane : IHubBackplane, IDisposable
{
    private const int ControlLane = -1;

    private readonly ulong _self = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
    private readonly BackplaneOptions _options;
    private readonly BackplaneChannels _channels;
    private readonly IConnectionMultiplexer _connection;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Outgoing _outgoing;
    private readonly Peers _peers;
    private readonly ShardSubscriptions _subscriptions;
    private readonly OutgoingLane _control;
    private readonly OutgoingLane[] _shards;
    private readonly ConcurrentDictionary<(int Lane, ulong Origin), OrderedInbox> _inboxes = new();
    private readonly ConcurrentDictionary<ulong, PendingCall> _calls = new();
    private readonly CancellationTokenSource _stop = new();
    private IBackplaneNode? _node;
    private Task _hellos = Task.CompletedTask;
    private ulong _lastCall;

    public RedisBackplane(
        IConnectionMultiplexer connection, IOptions<HubOptions> options, HubMetrics metrics, TimeProvider clock, ILogger<RedisBackplane> logger)
    {
        _options = options.Value.Backplane;
        _channels = new BackplaneChannels(options.Value);
        _connection = connection;
        _clock = clock;
        _logger = logger;
        _outgoing = new Outgoing(connection.GetSubscriber(), _options.PendingBytes, metrics);
        _peers = new Peers(_self, _options, clock);
        _subscriptions = new ShardSubscriptions(connection.GetSubscriber(), _channels, _options.Shards, Receive, logger);
        _control = new OutgoingLane(_channels.Control, _self);
        _shards = [.. Enumerable.Range(0, _options.Shards).Select(shard => new OutgoingLane(_channels.Shard(shard), _self))];
    }

    public bool IsUp => _connection.IsConnected && _peers.IsUp;

    public void Start(IBackplaneNode node)
    {
        _node = node;
        _hellos = RunAsync(_stop.Token);
    }

    public async ValueTask StopAsync()
    {
        await _stop.CancelAsync();
        await _hellos;
        Sign(ItemKind.Goodbye);
    }

    public void Dispose()
    {
        _stop.Dispose();
        foreach (var inbox in _inboxes.Values)
            inbox.Dispose();
    }

    public void Publish(in Delivery delivery)
    {
        var lane = delivery.Target == DeliveryTarget.Group ? _shards[_channels.ShardOf(delivery.Name)] : _control;
        _outgoing.Add(lane, delivery, static (IBufferWriter<byte> output, in Delivery item) => EnvelopeWriter.Delivery(output, item));
    }

    public async ValueTask<Gathered> CallAsync(NodeCall call, CancellationToken cancellation)
    {
        if (!IsUp)
            return new Gathered(0, [], Complete: false);

        var peers = _peers.Live();
        if (peers.Length == 0)
            return Gathered.NoOtherNodes;

        var id = Interlocked.Increment(ref _lastCall);
        var pending = new PendingCall(peers, call.IsSearch || call.IsForOneConnection);
        _calls[id] = pending;
        try
        {
            _outgoing.Add(_control, (id, call), static (IBufferWriter<byte> output, in (ulong Id, NodeCall Call) item) => EnvelopeWriter.Call(output, item.Id, item.Call));
            await pending.Done.WaitAsync(_options.CallTimeout, _clock, cancellation);
        }
        catch (TimeoutException)
        {
            LogSilence(call.Kind);
        }
        finally
        {
            _calls.TryRemove(id, out _);
        }

        return pending.Result();
    }

    public void Occupy(string group) => _subscriptions.Occupy(_channels.ShardOf(group));

    public void Vacate(string group) => _subscriptions.Vacate(_channels.ShardOf(group));

    public async ValueTask WhenListeningAsync(string group)
    {
        var listening = _subscriptions.WhenListeningAsync(_channels.ShardOf(group));
        if (listening.IsCompleted)
            return;

        try
        {
            await listening.WaitAsync(_options.CallTimeout, _clock);
        }
        catch (TimeoutException)
        {
            // Without Redis the group has this node's messages; the subscription is made when it is back.
        }
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        await SubscribeAsync(_channels.Control, envelope => Receive(ControlLane, envelope));
        await SubscribeAsync(_channels.Node(_self), ReceiveAnswer);

        using var timer = new PeriodicTimer(_options.HelloInterval, _clock);
        var wasUp = false;
        do
        {
            var isUp = IsUp;
            if (isUp != wasUp)
                LogChanged(isUp);
            wasUp = isUp;

            Sign(isUp ? ItemKind.Hello : ItemKind.HelloAnswerMe);
            Forget();
        }
        while (await NextAsync(timer, cancellation));
    }

    private async Task SubscribeAsync(RedisChannel channel, Action<byte[]> receive)
    {
        try
        {
            await _connection.GetSubscriber().SubscribeAsync(channel, (_, envelope) => receive(envelope!)).WaitAsync(_options.CallTimeout, _clock);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            // The client library remembers what was asked for and does it when the connection is back.
            LogUnavailable(e);
        }
    }

    private void Receive(int lane, byte[] envelope)
    {
        try
        {
            var header = new EnvelopeReader(envelope);
            if (header.Origin == _self)
            {
                if (lane == ControlLane)
                    _peers.Heard(_self);
                return;
            }

            var inbox = _inboxes.GetOrAdd((lane, header.Origin), _ => new OrderedInbox(Handle, _clock));
            inbox.Accept(header.Number, envelope);
        }
        catch (FormatException e)
        {
            LogNotOurs(e);
        }
    }

    private void Handle(byte[] envelope)
    {
        try
        {
            var reader = new EnvelopeReader(envelope);
            while (reader.HasMore)
                HandleItem(ref reader);
        }
        catch (FormatException e)
        {
            LogNotOurs(e);
        }
    }

    private void HandleItem(ref EnvelopeReader reader)
    {
        switch (reader.ReadKind())
        {
            case ItemKind.Delivery:
                _node!.Deliver(reader.ReadDelivery());
                break;
            case ItemKind.Call:
                var call = reader.ReadCall(out var callId);
                _ = ApplyAsync(reader.Origin, callId, call);
                break;
            case ItemKind.Hello:
                if (_peers.Heard(reader.Origin))
                    Sign(ItemKind.Hello);
                break;
            case ItemKind.HelloAnswerMe:
                _peers.Heard(reader.Origin);
                Sign(ItemKind.Hello);
                break;
            case ItemKind.Goodbye:
                _peers.Left(reader.Origin);
                break;
            default:
                throw new FormatException("An item of an unknown kind.");
        }
    }

    private async Task ApplyAsync(ulong origin, ulong callId, NodeCall call)
    {
        var answer = await _node!.ApplyAsync(call);
        var envelope = new ArrayBufferWriter<byte>();
        EnvelopeWriter.Header(envelope, _self, number: 0);
        EnvelopeWriter.Answer(envelope, callId, answer);
        _outgoing.SendNow(_channels.Node(origin), envelope.WrittenSpan.ToArray());
    }

    private void ReceiveAnswer(byte[] envelope)
    {
        try
        {
            var reader = new EnvelopeReader(envelope);
            if (reader.ReadKind() != ItemKind.Answer)
                return;

            var answer = reader.ReadAnswer(out var callId);
            if (_calls.TryGetValue(callId, out var call))
                call.Answer(reader.Origin, answer);
        }
        catch (FormatException e)
        {
            LogNotOurs(e);
        }
    }

    private void Sign(ItemKind kind) =>
        _outgoing.Add(_control, kind, static (IBufferWriter<byte> output, in ItemKind item) => EnvelopeWriter.Sign(output, item));

    private void Forget()
    {
        foreach (var node in _peers.Forget())
        {
            foreach (var key in _inboxes.Keys.Where(key => key.Origin == node))
            {
                if (_inboxes.TryRemove(key, out var inbox))
                    inbox.Dispose();
            }
        }
    }

    private static async ValueTask<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(4401, LogLevel.Warning, "The other nodes of the hub can be reached: {IsUp}.")]
    private partial void LogChanged(bool isUp);

    [LoggerMessage(4402, LogLevel.Warning, "Redis did not take a subscription; it is made when Redis is back.")]
    private partial void LogUnavailable(Exception exception);

    [LoggerMessage(4403, LogLevel.Warning, "Something that is no envelope came over Redis and was dropped.")]
    private partial void LogNotOurs(Exception exception);

    [LoggerMessage(4404, LogLevel.Warning, "Not all nodes answered to {Kind} in time.")]
    private partial void LogSilence(CallKind kind);
}
