using StackExchange.Redis;

namespace Chat.LocalHub.Backplane.Redis;

/// <summary>The names of all Redis channels of the hub. Nothing else spells one.</summary>
internal sealed class BackplaneChannels(HubOptions options)
{
    private readonly string _root = $"{options.Backplane.Prefix}:hub:{options.Hub.ToLowerInvariant()}";
    private readonly uint _shards = (uint)options.Backplane.Shards;

    /// <summary>Read by all nodes: operations, messages to users, connections and everybody, and signs of life.</summary>
    public RedisChannel Control => Literal($"{_root}:control");

    /// <summary>Messages to the groups of one shard; read by the nodes that have a member in one of them.</summary>
    public RedisChannel Shard(int shard) => Literal($"{_root}:groups:{shard}");

    /// <summary>Answers to one node.</summary>
    public RedisChannel Node(ulong node) => Literal($"{_root}:node:{node:x16}");

    /// <summary>The shard of a group: FNV-1a, since all nodes must agree and .NET's own hash differs per process.</summary>
    public int ShardOf(string group)
    {
        var hash = 2166136261u;
        foreach (var c in group)
        {
            hash = (hash ^ (byte)c) * 16777619u;
            hash = (hash ^ (byte)(c >> 8)) * 16777619u;
        }

        return (int)(hash % _shards);
    }

    private static RedisChannel Literal(string name) => new(name, RedisChannel.PatternMode.Literal);
}
