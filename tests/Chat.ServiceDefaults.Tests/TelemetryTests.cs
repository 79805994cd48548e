using System.Diagnostics;
using System.Diagnostics.Metrics;
using Chat.ServiceDefaults.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Chat.ServiceDefaults.Tests;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_request_becomes_a_span_named_by_method_and_route()
    {
        await using var collector = await OtlpCollector.StartAsync();

        await RequestAsync(collector, "/rooms/4711");

        var traces = collector.Received("traces");
        traces.ShouldContain("GET /rooms/{id}");
        traces.ShouldContain("http.route");
        traces.ShouldContain("http.request.method");
        traces.ShouldContain("http.response.status_code");
        traces.ShouldContain("Chat.Sample");
    }

    [Fact]
    public async Task An_unhandled_exception_is_named_on_the_span()
    {
        await using var collector = await OtlpCollector.StartAsync();

        await RequestAsync(collector, "/broken");

        collector.Received("traces").ShouldContain(typeof(InvalidTimeZoneException).FullName!);
    }

    [Fact]
    public async Task Probes_leave_no_trace()
    {
        await using var collector = await OtlpCollector.StartAsync();

        await RequestAsync(collector, HealthPaths.Ready, HealthPaths.Alive, "/rooms/1");

        collector.Received("traces").ShouldContain("GET /rooms/{id}");
        collector.Received("traces").ShouldNotContain(HealthPaths.Ready);
        collector.Received("traces").ShouldNotContain(HealthPaths.Alive);
    }

    [Fact]
    public async Task Meters_of_the_product_and_of_the_runtime_and_its_logs_are_sent()
    {
        await using var collector = await OtlpCollector.StartAsync();
        using var meter = new Meter("Chat.Sample.Things");
        var counter = meter.CreateCounter<long>("chat.things");

        await RequestAsync(collector, app =>
        {
            counter.Add(1);
            app.App.Services.GetRequiredService<ILogger<TelemetryTests>>().LogWarning("A {Thing} was said", "word");
            return Task.CompletedTask;
        });

        collector.Received("metrics").ShouldContain("chat.things");
        collector.Received("metrics").ShouldContain("dotnet.process.memory.working_set");
        collector.Received("logs").ShouldContain("A word was said");
    }

    [Fact]
    public async Task Without_a_collector_no_span_is_recorded_even_when_an_integration_turns_tracing_on()
    {
        using var source = new ActivitySource("Npgsql");
        await using var app = await RunningApp.StartAsync(builder =>
            builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource("Npgsql")));

        using var span = source.StartActivity("query");

        (span?.IsAllDataRequested ?? false).ShouldBeFalse();
    }

    private static Task RequestAsync(OtlpCollector collector, params string[] paths) => RequestAsync(collector, async app =>
    {
        foreach (var path in paths)
            _ = await app.Client.GetAsync(path);
    });

    private static async Task RequestAsync(OtlpCollector collector, Func<RunningApp, Task> use)
    {
        // Ending the process flushes what the exporters hold.
        await using var app = await RunningApp.StartAsync(
            builder => collector.Configure(builder.Configuration),
            map =>
            {
                map.MapGet("/rooms/{id}", (string id) => Results.Ok(id));
                map.MapGet("/broken", string () => throw new InvalidTimeZoneException());
            });
        await use(app);
    }
}
