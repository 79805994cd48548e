using Microsoft.Extensions.Configuration;

namespace Chat.AppHost;

/// <summary>How to run on this machine. Section <c>Chat</c> of the AppHost's configuration; <c>dev.cs up</c> sets it.</summary>
internal sealed record RunSettings
{
    /// <summary>The port of the API, its hub and the built client. Further instances take the ports after it.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>How many API processes run; at least 1.</summary>
    public int Instances { get; init; } = 1;

    /// <summary>Where Vite serves the client from its sources and reloads it on a change; null when the API serves the built one.</summary>
    public int? WebPort { get; init; }

    public static RunSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Chat").Get<RunSettings>() ?? new RunSettings();
        return settings.Instances > 0
            ? settings
            : throw new InvalidOperationException($"Chat:Instances is {settings.Instances}; at least one instance must run.");
    }
}
