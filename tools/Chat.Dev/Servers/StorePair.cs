using Chat.Dev.Processes;

namespace Chat.Dev.Servers;

/// <summary>One Postgres and one Redis that belong together.</summary>
/// <param name="Postgres">The server.</param>
/// <param name="Redis">The server.</param>
public sealed record StorePair(PostgresServer Postgres, RedisServer Redis) : IAsyncDisposable
{
    /// <summary>Starts both at once.</summary>
    /// <param name="installation">Postgres's programs.</param>
    /// <param name="postgres">Postgres's folder.</param>
    /// <param name="redis">Redis's folder.</param>
    /// <param name="keep">Whether the data matters: then both shut down cleanly when this process dies, else they are killed.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<StorePair> StartAsync(
        PostgresInstallation installation, ServerFolder postgres, string redis, bool keep, CancellationToken cancellation)
    {
        var startingPostgres = PostgresServer.StartAsync(installation, postgres, keep ? Signal.Interrupt : Signal.Kill, cancellation);
        var startingRedis = RedisServer.StartAsync(redis, keep ? Signal.Terminate : Signal.Kill, cancellation);
        try
        {
            await Task.WhenAll(startingPostgres, startingRedis).ConfigureAwait(false);
        }
        catch
        {
            if (startingPostgres.IsCompletedSuccessfully)
                await startingPostgres.Result.DisposeAsync().ConfigureAwait(false);
            if (startingRedis.IsCompletedSuccessfully)
                await startingRedis.Result.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new StorePair(await startingPostgres.ConfigureAwait(false), await startingRedis.ConfigureAwait(false));
    }

    /// <summary>Stops both.</summary>
    public async ValueTask DisposeAsync()
    {
        await Redis.DisposeAsync().ConfigureAwait(false);
        await Postgres.DisposeAsync().ConfigureAwait(false);
    }
}
