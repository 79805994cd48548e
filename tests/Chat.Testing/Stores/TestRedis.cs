using Xunit;

namespace Chat.Testing.Stores;

/// <summary>The run's real Redis for a test class, with a prefix of its own for keys and channels, so that classes run side by side.</summary>
public class TestRedis : IAsyncLifetime
{
    /// <summary>How StackExchange.Redis reaches it.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>What this class's keys and channels begin with; ends in a colon.</summary>
    public string Prefix { get; } = $"t:{Guid.NewGuid():N}:";

    /// <summary>Finds or starts the server.</summary>
    public virtual async Task InitializeAsync() => ConnectionString = await TestServers.Redis;

    /// <summary>Leaves the keys behind: the server goes with the run.</summary>
    public virtual Task DisposeAsync() => Task.CompletedTask;
}
