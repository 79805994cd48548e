namespace Aspire.StackExchange.Redis;

/// <summary>What the Redis integration reads from <c>Aspire:StackExchange:Redis</c>.</summary>
public sealed class StackExchangeRedisSettings
{
    /// <summary>The comma-delimited configuration string of StackExchange.Redis.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether there is no health check; false by default.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Whether there is no tracing; false by default. The stand-in has no Redis instrumentation, so nothing is traced either way.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>Whether the connection is made on first use and not when the host starts; true by default.</summary>
    public bool DisableAutoActivation { get; set; } = true;
}
