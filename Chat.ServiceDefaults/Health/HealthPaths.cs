namespace Chat.ServiceDefaults.Health;

/// <summary>Where the probes knock.</summary>
public static class HealthPaths
{
    /// <summary>The process runs and answers. Restart it when it does not.</summary>
    public const string Alive = "/alive";

    /// <summary>It can do its work. Send it no traffic when it cannot.</summary>
    public const string Ready = "/health";
}
