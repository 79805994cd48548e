namespace Chat.LocalHub.Backplane;

/// <summary>The backplane of a hub with one node: there is nobody else.</summary>
internal sealed class MemoryBackplane : IHubBackplane
{
    public bool IsUp => true;

    public void Start(IBackplaneNode node)
    {
    }

    public ValueTask StopAsync() => ValueTask.CompletedTask;

    public void Publish(in Delivery delivery)
    {
    }

    public ValueTask<Gathered> CallAsync(NodeCall call, CancellationToken cancellation) => ValueTask.FromResult(Gathered.NoOtherNodes);

    public void Occupy(string group)
    {
    }

    public void Vacate(string group)
    {
    }

    public ValueTask WhenListeningAsync(string group) => ValueTask.CompletedTask;
}
