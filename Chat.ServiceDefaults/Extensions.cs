using Chat.ServiceDefaults.Health;
using Chat.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;

namespace Microsoft.Extensions.Hosting;

/// <summary>
/// What every process of the product does alike: telemetry and health. There is no retry policy for every <c>HttpClient</c>
/// on purpose: it would repeat requests that must not be sent twice, a push or a webhook among them.
/// </summary>
public static class Extensions
{
    /// <summary>Adds telemetry and the health checks' rules. Call it first, before anything that wants to be observed.</summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddTelemetry();
        builder.Services.AddHealth();
        return builder;
    }

    /// <summary>
    /// Maps <c>/alive</c> (200 while the process answers) and <c>/health</c> (200 when it can do its work, else 503), in every
    /// environment: a container platform probes them in production. They name no check and no failure outside development.
    /// </summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealth();
        return app;
    }
}
