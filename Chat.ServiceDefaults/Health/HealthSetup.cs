using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Chat.ServiceDefaults.Health;

/// <summary>The health checks' rules and their two addresses.</summary>
public static class HealthSetup
{
    private const string Live = "live";

    /// <summary>
    /// How long one check may take. Without a bound a database that swallows packets holds the probe until the platform's own
    /// limit, which then reads as a dead process instead of one that is not ready.
    /// </summary>
    private static readonly TimeSpan CheckLimit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Says that the process can do its work without what this check asks: its failure is then <see cref="HealthStatus.Degraded"/>,
    /// which still answers 200 at <see cref="HealthPaths.Ready"/>, so that one lost dependency does not take every instance out.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="check">The name of the check, as whoever adds it calls it.</param>
    public static IServiceCollection Tolerate(this IServiceCollection services, string check) =>
        services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var registration in options.Registrations.Where(registration => registration.Name == check))
                registration.FailureStatus = HealthStatus.Degraded;
        });

    internal static void AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [Live]);
        services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var registration in options.Registrations.Where(registration => registration.Timeout <= TimeSpan.Zero))
                registration.Timeout = CheckLimit;
        });
    }

    internal static void MapHealth(this WebApplication app)
    {
        var ready = new HealthCheckOptions();
        if (app.Environment.IsDevelopment())
            ready.ResponseWriter = HealthReportWriter.WriteAsync;

        app.MapHealthChecks(HealthPaths.Ready, ready).AllowAnonymous();
        app.MapHealthChecks(HealthPaths.Alive, new HealthCheckOptions { Predicate = check => check.Tags.Contains(Live) }).AllowAnonymous();
    }
}
