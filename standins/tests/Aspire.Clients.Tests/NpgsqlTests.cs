using System.Diagnostics;
using System.Reflection;
using Chat.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Aspire.Clients.Tests;

public sealed class NpgsqlTests(NpgsqlTests.EmptyDatabase database) : IClassFixture<NpgsqlTests.EmptyDatabase>
{
    [Fact]
    public async Task The_context_reaches_the_database_of_that_name_and_is_healthy()
    {
        using var host = Build(database.ConnectionString, builder => builder.AddNpgsqlDbContext<Notes>("notes"));
        await using var scope = host.Services.CreateAsyncScope();

        var one = await scope.ServiceProvider.GetRequiredService<Notes>().Database.SqlQueryRaw<int>("SELECT 1 AS \"Value\"").SingleAsync();

        one.ShouldBe(1);
        (await HealthAsync(host)).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_database_that_is_away_is_unhealthy()
    {
        using var host = Build("Host=127.0.0.1;Port=1;Timeout=1", builder => builder.AddNpgsqlDbContext<Notes>("notes", settings => settings.DisableRetry = true));

        (await HealthAsync(host)).ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public async Task Commands_are_tried_again_and_bounded_as_the_settings_say()
    {
        using var host = Build(database.ConnectionString, builder =>
        {
            builder.Configuration["Aspire:Npgsql:EntityFrameworkCore:PostgreSQL:Notes:CommandTimeout"] = "7";
            builder.AddNpgsqlDbContext<Notes>("notes");
        });
        await using var scope = host.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<Notes>();

        context.Database.GetCommandTimeout().ShouldBe(7);
        context.Database.CreateExecutionStrategy().RetriesOnFailure.ShouldBeTrue();
    }

    [Fact]
    public async Task The_options_may_be_changed_in_code_after_the_integration_set_them()
    {
        using var host = Build(database.ConnectionString, builder => builder.AddNpgsqlDbContext<Notes>(
            "notes", settings => settings.DisableRetry = true, options => options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)));
        await using var scope = host.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<Notes>();

        context.ChangeTracker.QueryTrackingBehavior.ShouldBe(QueryTrackingBehavior.NoTracking);
        context.Database.CreateExecutionStrategy().RetriesOnFailure.ShouldBeFalse();
    }

    [Fact]
    public async Task Commands_are_traced()
    {
        var spans = new List<string>();
        using var host = Build(database.ConnectionString, builder =>
        {
            builder.AddNpgsqlDbContext<Notes>("notes");
            builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddProcessor(new Recorder(spans)));
        });
        await host.StartAsync();
        await using var scope = host.Services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<Notes>().Database.ExecuteSqlRawAsync("SELECT 1");

        spans.ShouldContain("Npgsql");
    }

    [Fact]
    public async Task A_missing_connection_string_is_named()
    {
        using var host = Build(null, builder => builder.AddNpgsqlDbContext<Notes>("notes"));
        await using var scope = host.Services.CreateAsyncScope();

        Should.Throw<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<Notes>()).Message.ShouldContain("ConnectionStrings:notes");
    }

    private static IHost Build(string? connectionString, Action<HostApplicationBuilder> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["ConnectionStrings:notes"] = connectionString;
        add(builder);
        return builder.Build();
    }

    private static async Task<HealthStatus> HealthAsync(IHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries[nameof(Notes)].Status;

    public sealed class EmptyDatabase : TestPostgres
    {
        protected override Assembly Schema => typeof(EmptyDatabase).Assembly;

        protected override Task MigrateAsync(string connectionString) => Task.CompletedTask;
    }

    private sealed class Notes(DbContextOptions<Notes> options) : DbContext(options);

    private sealed class Recorder(List<string> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => spans.Add(data.Source.Name);
    }
}
