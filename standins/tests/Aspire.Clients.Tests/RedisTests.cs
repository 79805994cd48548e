using Chat.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace Aspire.Clients.Tests;

public sealed class RedisTests(TestRedis redis) : IClassFixture<TestRedis>
{
    private const string Check = "StackExchange.Redis";

    // Port 1 refuses at once.
    private const string Away = "127.0.0.1:1,connectTimeout=200,connectRetry=1";

    [Fact]
    public async Task The_connection_string_of_that_name_is_used_and_the_server_is_healthy()
    {
        using var host = Build(redis.ConnectionString);

        var value = await host.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase().StringSetAsync(redis.Prefix + "a", "1");

        value.ShouldBeTrue();
        (await HealthAsync(host)).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_server_that_is_away_is_unhealthy_and_keeps_nobody_from_starting()
    {
        using var host = Build(Away);

        await host.StartAsync();

        host.Services.GetRequiredService<IConnectionMultiplexer>().IsConnected.ShouldBeFalse();
        (await HealthAsync(host)).ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public void Who_wants_to_abort_says_so()
    {
        using var host = Build(Away + ",abortConnect=true");

        Should.Throw<RedisConnectionException>(() => host.Services.GetRequiredService<IConnectionMultiplexer>());
    }

    [Fact]
    public async Task Settings_come_from_the_section_then_from_its_named_part_then_from_code()
    {
        using var host = Build(redis.ConnectionString, builder =>
        {
            builder.Configuration["Aspire:StackExchange:Redis:DisableHealthChecks"] = "false";
            builder.Configuration["Aspire:StackExchange:Redis:redis:DisableHealthChecks"] = "true";
            builder.Configuration["Aspire:StackExchange:Redis:ConfigurationOptions:ClientName"] = "from-section";
            builder.AddRedisClient("redis", settings => settings.DisableAutoActivation = false, options => options.DefaultDatabase = 3);
        });

        await host.StartAsync();

        var connection = host.Services.GetRequiredService<IConnectionMultiplexer>();
        connection.ClientName.ShouldBe("from-section");
        connection.GetDatabase().Database.ShouldBe(3);
        host.Services.GetService<HealthCheckService>().ShouldBeNull();
    }

    [Fact]
    public void A_missing_connection_string_is_named()
    {
        using var host = Build(connectionString: null);

        Should.Throw<InvalidOperationException>(() => host.Services.GetRequiredService<IConnectionMultiplexer>())
            .Message.ShouldContain("ConnectionStrings:redis");
    }

    private static IHost Build(string? connectionString, Action<HostApplicationBuilder>? add = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["ConnectionStrings:redis"] = connectionString;
        if (add is null)
            builder.AddRedisClient("redis");
        else
            add(builder);
        return builder.Build();
    }

    private static async Task<HealthStatus> HealthAsync(IHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries[Check].Status;
}
