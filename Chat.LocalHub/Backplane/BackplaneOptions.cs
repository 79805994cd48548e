namespace Chat.LocalHub;

/// <summary>Settings of the Redis backplane. All nodes of one hub must have the same <see cref="Prefix"/> and <see cref="Shards"/>.</summary>
public sealed record BackplaneOptions
{
    /// <summary>First part of every channel name: <c>{Prefix}:hub:{hub}:…</c>.</summary>
    public string Prefix { get; init; } = "chat";

    /// <summary>Channels that groups are spread over. A node listens to those in which it has a member. 1 to 4096.</summary>
    public int Shards { get; init; } = 256;

    /// <summary>Time limit of every single call to Redis, and of an answer from the other nodes.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Time between two signs of life of a node; after three missed ones nobody waits for its answers.</summary>
    public TimeSpan HelloInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Bytes that may be on their way to Redis; more messages to other nodes are dropped until it takes some again.</summary>
    public int PendingBytes { get; init; } = 8 * 1024 * 1024;
}
