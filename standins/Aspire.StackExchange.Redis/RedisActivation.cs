using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace Aspire.StackExchange.Redis;

/// <summary>Makes the connection when the host starts: being constructed is all that it does.</summary>
internal sealed class RedisActivation(IConnectionMultiplexer connection) : IHostedService
{
    public IConnectionMultiplexer Connection { get; } = connection;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
