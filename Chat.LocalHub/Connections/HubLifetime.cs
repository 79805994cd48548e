using Chat.LocalHub.Events;
using Chat.LocalHub.Protocol.Framing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Chat.LocalHub.Connections;

/// <summary>
/// Ends all connections when the host stops: no new ones, close code 1001 to those that are open, a bounded time for the clients to
/// go and for the application to be told, then the rest is cut.
/// </summary>
internal sealed class HubLifetime : IHostedService, IDisposable
{
    private readonly LocalNode _node;
    private readonly IHostApplicationLifetime _host;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _timeout;
    private readonly CancellationTokenSource _stopped = new();
    private readonly TaskCompletionSource _allEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _ending = Task.CompletedTask;
    private int _open = 1;

    public HubLifetime(LocalNode node, IHostApplicationLifetime host, IOptions<HubOptions> options, TimeProvider clock)
    {
        _node = node;
        _host = host;
        _clock = clock;
        _timeout = options.Value.StopTimeout;
    }

    /// <summary>Whether new connections are refused.</summary>
    public bool IsStopping => _host.ApplicationStopping.IsCancellationRequested;

    /// <summary>Cancelled when there is no more time; given to the application with each call.</summary>
    public CancellationToken Stopped => _stopped.Token;

    /// <summary>A connection has begun; it ends with <see cref="Ended"/>, after the application was told.</summary>
    public void Began() => Interlocked.Increment(ref _open);

    public void Ended()
    {
        if (Interlocked.Decrement(ref _open) == 0)
            _allEnded.TrySetResult();
    }

    /// <summary>Closes one connection because the node goes away.</summary>
    public static void SendAway(Connection connection) =>
        connection.Close(CloseCode.GoingAway, new Disconnection(DisconnectCause.ServiceReload, "The service is going away."));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Not in StopAsync: the web server is stopped first and waits for the connections that are closed here.
        _host.ApplicationStopping.Register(() => _ending = EndAllAsync());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _ending;

    public void Dispose() => _stopped.Dispose();

    private async Task EndAllAsync()
    {
        foreach (var connection in _node.Connections)
            SendAway(connection);

        Ended();
        try
        {
            await _allEnded.Task.WaitAsync(_timeout, _clock);
        }
        catch (TimeoutException)
        {
            foreach (var connection in _node.Connections)
                connection.Cut(new Disconnection(DisconnectCause.ServiceReload, "The service is going away."));
            await _stopped.CancelAsync();
        }
    }
}
