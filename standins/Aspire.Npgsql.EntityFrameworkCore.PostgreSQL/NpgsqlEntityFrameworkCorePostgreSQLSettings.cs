namespace Aspire.Npgsql.EntityFrameworkCore.PostgreSQL;

/// <summary>What the Postgres integration reads from <c>Aspire:Npgsql:EntityFrameworkCore:PostgreSQL</c>.</summary>
public class NpgsqlEntityFrameworkCorePostgreSQLSettings
{
    /// <summary>The connection string of Npgsql.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether a command that failed for a passing reason is not tried again; false by default.</summary>
    public bool DisableRetry { get; set; }

    /// <summary>Whether there is no health check; false by default.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Whether there is no tracing; false by default.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>Whether there are no metrics; false by default.</summary>
    public bool DisableMetrics { get; set; }

    /// <summary>Seconds that a command may take; null leaves Npgsql's own limit.</summary>
    public int? CommandTimeout { get; set; }
}
