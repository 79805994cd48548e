using System.Net;
using Chat.ServiceDefaults.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Chat.ServiceDefaults.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task A_process_without_dependencies_is_alive_and_ready_in_production()
    {
        await using var app = await RunningApp.StartAsync();

        (await app.Client.GetAsync(HealthPaths.Alive)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Client.GetAsync(HealthPaths.Ready)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_failing_dependency_makes_it_not_ready_and_leaves_it_alive()
    {
        await using var app = await RunningApp.StartAsync(WithFailingCheck);

        (await app.Client.GetAsync(HealthPaths.Ready)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await app.Client.GetAsync(HealthPaths.Alive)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_tolerated_dependency_that_fails_leaves_it_ready()
    {
        await using var app = await RunningApp.StartAsync(builder =>
        {
            WithFailingCheck(builder);
            builder.Services.Tolerate("database");
        });

        var answer = await app.Client.GetAsync(HealthPaths.Ready);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("Degraded");
    }

    [Fact]
    public async Task Outside_development_the_answer_names_no_check_and_no_failure()
    {
        await using var app = await RunningApp.StartAsync(WithFailingCheck);

        var answer = await app.Client.GetAsync(HealthPaths.Ready);

        (await answer.Content.ReadAsStringAsync()).ShouldBe("Unhealthy");
    }

    [Fact]
    public async Task In_development_the_answer_names_the_check_and_its_failure()
    {
        await using var app = await RunningApp.StartAsync(WithFailingCheck, environment: "Development");

        var answer = await app.Client.GetAsync(HealthPaths.Ready);

        (await answer.Content.ReadAsStringAsync()).ShouldContain("database: Unhealthy");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("the disk is on fire");
    }

    [Fact]
    public async Task Every_check_is_bounded_and_a_check_keeps_a_bound_of_its_own()
    {
        await using var app = await RunningApp.StartAsync(builder => builder.Services.AddHealthChecks()
            .AddCheck("endless", () => HealthCheckResult.Healthy())
            .AddCheck("short", () => HealthCheckResult.Healthy(), timeout: TimeSpan.FromSeconds(1)));

        var checks = app.App.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations;

        checks.ToDictionary(check => check.Name, check => check.Timeout).ShouldBe(
            new Dictionary<string, TimeSpan>
            {
                ["endless"] = TimeSpan.FromSeconds(5),
                ["short"] = TimeSpan.FromSeconds(1),
                ["self"] = TimeSpan.FromSeconds(5),
            },
            ignoreOrder: true);
    }

    private static void WithFailingCheck(WebApplicationBuilder builder) => builder.Services.AddHealthChecks()
        .AddCheck("database", HealthCheckResult () => throw new IOException("the disk is on fire"));
}
