using System.Collections.Concurrent;

namespace Chat.LocalHub.Connections;

/// <summary>The audiences of one kind by name.</summary>
/// <param name="head">Makes <see cref="Audience.Head"/> from a name.</param>
/// <param name="metrics">Counts what is sent.</param>
internal sealed class AudienceTable(Func<string, byte[]> head, HubMetrics metrics)
{
    private readonly ConcurrentDictionary<string, Audience> _audiences = new(StringComparer.Ordinal);

    /// <summary>Called when an audience gets its first member, under its lock: only marks something.</summary>
    public Action<string>? OnOccupied { get; init; }

    /// <summary>Called when an audience loses its last member, under its lock: only marks something.</summary>
    public Action<string>? OnVacated { get; init; }

    public Audience? Find(string name) => _audiences.GetValueOrDefault(name);

    /// <summary>Makes a connection a member, and the audience if there is none yet.</summary>
    public Membership Join(string name, Connection connection)
    {
        while (true)
        {
            var audience = _audiences.GetOrAdd(name, static (key, table) => new Audience(table, key, table.HeadOf(key)), this);
            var membership = new Membership(audience, connection);
            if (audience.TryAdd(membership))
                return membership;
        }
    }

    /// <summary>For <see cref="Audience"/> alone.</summary>
    public void Occupied(Audience audience) => OnOccupied?.Invoke(audience.Name);

    /// <summary>For <see cref="Audience"/> alone.</summary>
    public void Vacated(Audience audience)
    {
        _audiences.TryRemove(KeyValuePair.Create(audience.Name, audience));
        OnVacated?.Invoke(audience.Name);
    }

    /// <summary>For <see cref="Audience"/> alone.</summary>
    public void Delivered(int messages) => metrics.Sent(messages);

    private byte[] HeadOf(string name) => head(name);
}
