using Chat.Core.Redis;
using Chat.Core.Store;
using Chat.ServiceDefaults.Health;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Chat.Api.Setup;

/// <summary>Postgres and Redis: the connections <c>chat</c> and <c>redis</c>.</summary>
internal static class DataSetup
{
    public static void AddData(this WebApplicationBuilder builder)
    {
        builder.AddNpgsqlDbContext<ChatDb>(
            "chat",
            // Services hold rows over several statements; a retry of one of them alone would be wrong, so the caller retries the whole.
            settings => settings.DisableRetry = true,
            ChatDbOptions.Configure);
        builder.AddRedisClient("redis", configureOptions: options => options.AbortOnConnectFail = false);
        // Everything that is promised holds without Redis; were it a reason to send no traffic here, its loss would take every instance out.
        builder.Services.Tolerate("StackExchange.Redis");

        // The log speaks SQL without EF; its connections come from a pool of their own, so that requests cannot starve it.
        var connection = builder.Configuration.GetConnectionString("chat")
            ?? throw new InvalidOperationException("ConnectionStrings:chat is not set: say where Postgres is.");
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
        builder.Services.AddSingleton(new RedisKeys(builder.Configuration["Chat:Redis:Prefix"] ?? "chat"));
        builder.Services.AddSingleton<RedisCalls>();
    }

    /// <summary><c>Chat.Api migrate</c>: brings the schema up to date and ends. Two at once: one waits, then finds nothing to do.</summary>
    public static async Task MigrateAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChatDb>();
        await db.Database.MigrateAsync(app.Lifetime.ApplicationStopping);
    }
}
