using System.Threading.Channels;
using Chat.Core.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Chat.Core.Log;

/// <summary>
/// Appends messages. Callers from all requests share batches: while one is being committed the next one gathers, so that a busy
/// instance makes few commits and an idle one waits for nobody. The caller's answer comes after the commit.
/// </summary>
public sealed partial class RoomLog : BackgroundService
{
    private readonly Channel<PendingAppend>[] _queues;
    private readonly AppendBatch _batch;
    private readonly LogOptions _options;
    private readonly LogWake _wake;
    private readonly ILogger<RoomLog> _logger;

    /// <summary>Made once per process, by the host.</summary>
    public RoomLog(NpgsqlDataSource database, LogWake wake, IOptions<LogOptions> options, TimeProvider clock, ILogger<RoomLog> logger)
    {
        _batch = new AppendBatch(database, clock);
        _options = options.Value;
        _wake = wake;
        _logger = logger;
        var bounded = new BoundedChannelOptions(_options.QueueLength) { SingleReader = true };
        _queues = [.. Enumerable.Range(0, _options.Writers).Select(_ => Channel.CreateBounded<PendingAppend>(bounded))];
    }

    /// <summary>Appends one message and returns when it is committed.</summary>
    /// <returns>
    /// Where it stands (also when it was stored before), <see cref="Errors.RoomNotFound"/>, <see cref="Errors.MessageConflict"/>, or
    /// <see cref="Errors.ServiceUnavailable"/>: then it may or may not be stored, and sending it again with the same id is safe.
    /// </returns>
    public Task<Result<Appended>> AppendAsync(Append append)
    {
        ArgumentNullException.ThrowIfNull(append);
        var pending = new PendingAppend(append);
        var queue = _queues[Partitions.Of(append.RoomId) % _queues.Length];
        if (!queue.Writer.TryWrite(pending)) pending.Complete(Errors.ServiceUnavailable);
        return pending.Done;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_queues.Select(queue => WriteAsync(queue.Reader, stoppingToken)));

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What was taken in is still written; only what comes from now on is refused.
        foreach (var queue in _queues) queue.Writer.TryComplete();
        if (ExecuteTask is not null) await ExecuteTask.WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    private async Task WriteAsync(ChannelReader<PendingAppend> queue, CancellationToken stopping)
    {
        await Task.Yield();
        var pending = new List<PendingAppend>(_options.BatchSize);
        var taken = new HashSet<Guid>();
        PendingAppend? held = null;
        while (held is not null || await queue.WaitToReadAsync(CancellationToken.None))
        {
            while (pending.Count < _options.BatchSize && (held is not null || queue.TryRead(out held)))
            {
                // The same id twice in one statement would not see itself; the second goes with the next batch.
                if (!taken.Add(held.Append.Id)) break;
                pending.Add(held);
                held = null;
            }

            await WriteBatchAsync(pending, stopping);
            pending.Clear();
            taken.Clear();
        }
    }

    private async Task WriteBatchAsync(List<PendingAppend> pending, CancellationToken stopping)
    {
        try
        {
            var partitions = await _batch.WriteAsync(pending, stopping);
            if (partitions != 0) _wake.Signal(partitions);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            BatchFailed(_logger, pending.Count, exception);
            foreach (var one in pending) one.Complete(Errors.ServiceUnavailable);
        }
#pragma warning disable CA1031 // Whatever it is, the callers must hear of it and the writer must live on for the other rooms.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            foreach (var one in pending) one.Fail(exception);
        }
    }

    [LoggerMessage(1000, LogLevel.Warning, "A batch of {Count} messages could not be stored.")]
    private static partial void BatchFailed(ILogger logger, int count, Exception exception);
}
