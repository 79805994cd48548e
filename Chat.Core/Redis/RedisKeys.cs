using StackExchange.Redis;

namespace Chat.Core.Redis;

/// <summary>
/// Every key and channel that the product has in Redis; nothing else spells one. The braces are Redis Cluster's hash tags: all
/// keys of one area live in one slot, so that a script may touch several of them.
/// </summary>
/// <param name="Prefix">Separates products, or tests, that share a Redis. Anything without braces.</param>
public sealed record RedisKeys(string Prefix = "chat")
{
    /// <summary>Sorted set of all leases, <c>{user}/{connection}</c>, by the time at which they expire (ms, Redis's own clock).</summary>
    public RedisKey PresenceExpiry => $"{Prefix}:{{presence}}:expiry";

    /// <summary>Hash of one user's leases: connection to <c>epoch:expiry</c>.</summary>
    public RedisKey PresenceUser(Guid userId) => $"{PresenceUserStem}{userId:D}";

    /// <summary>What <see cref="PresenceUser"/> begins with, for scripts that find the user only while they run.</summary>
    public string PresenceUserStem => $"{Prefix}:{{presence}}:user:";

    /// <summary>A socket token that was used: exists until the token would have expired anyway.</summary>
    public RedisKey UsedSocketToken(string tokenId) => $"{Prefix}:tokens:{tokenId}";

    /// <summary>Channel of hints that rooms have something new: a set of partitions, 8 bytes, little endian.</summary>
    public RedisChannel LogWake => new($"{Prefix}:log:wake", RedisChannel.PatternMode.Literal);
}
