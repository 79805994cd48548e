namespace Chat.LocalHub.Backplane;

/// <summary>
/// Carries messages and operations to the other nodes of the hub. Nothing here waits for long or fails because the other side is
/// away: this node's own connections are always served first and without it.
/// </summary>
internal interface IHubBackplane
{
    /// <summary>Whether the other nodes can be reached.</summary>
    bool IsUp { get; }

    /// <summary>Begins to listen; calls of the others go to <paramref name="node"/>.</summary>
    void Start(IBackplaneNode node);

    /// <summary>Says goodbye to the others, in bounded time.</summary>
    ValueTask StopAsync();

    /// <summary>Hands a message over to the other nodes, after those handed over before it for the same name. Never blocks.</summary>
    void Publish(in Delivery delivery);

    /// <summary>Lets all other nodes do <paramref name="call"/> and gathers their answers, in bounded time.</summary>
    ValueTask<Gathered> CallAsync(NodeCall call, CancellationToken cancellation);

    /// <summary>A group has its first member on this node. Only marks it: called under a lock.</summary>
    void Occupy(string group);

    /// <summary>A group lost its last member on this node. Only marks it: called under a lock.</summary>
    void Vacate(string group);

    /// <summary>Completes when messages that others publish to <paramref name="group"/> reach this node, or after the time limit.</summary>
    ValueTask WhenListeningAsync(string group);
}

/// <summary>What a backplane does to the node that it serves.</summary>
internal interface IBackplaneNode
{
    /// <summary>Queues a message of another node for this node's connections. Never blocks.</summary>
    void Deliver(in Delivery delivery);

    /// <summary>Does an operation of another node; the effect on connections has happened when the call returns its task.</summary>
    ValueTask<NodeAnswer> ApplyAsync(NodeCall call);
}
