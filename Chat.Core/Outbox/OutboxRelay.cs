using Chat.Core.Log;
using Chat.Core.Transport;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Chat.Core.Outbox;

/// <summary>
/// Tells committed facts to live connections: in order within a room, rooms side by side. A room whose fact cannot be told rests with
/// everything behind it while the others go on. Wake-ups make it quick; polling makes it certain.
/// </summary>
public sealed partial class OutboxRelay(
    OutboxReader outbox,
    FactTeller teller,
    PartitionLeases leases,
    LogWake wake,
    IOptions<RelayOptions> options,
    TimeProvider clock,
    ILogger<OutboxRelay> logger) : BackgroundService
{
    private readonly RestingRooms _resting = new(clock);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = wake.Listen(0);
        while (!stoppingToken.IsCancellationRequested)
        {
            var held = leases.Held;
            listener.Follow(held);
            if (held != 0 && await TellSomeAsync(held, stoppingToken) == options.Value.BatchSize) continue;
            await listener.WaitAsync(options.Value.Poll, stoppingToken);
        }
    }

    // Returns how many were read: a full batch means that there may be more.
    private async Task<int> TellSomeAsync(ulong partitions, CancellationToken cancellation)
    {
        try
        {
            var untold = await outbox.ReadAsync(partitions, _resting.Now(), options.Value.BatchSize, cancellation);
            if (untold.Count == 0) return 0;

            // A transport that answers at once runs the rooms one after the other on this thread; one that waits, side by side.
            var rooms = untold.GroupBy(one => one.Entry.RoomId).Select(room => TellRoomAsync(room, cancellation)).ToList();
            var told = (await Task.WhenAll(rooms)).SelectMany(ids => ids).ToArray();
            if (told.Length > 0) await outbox.StrikeAsync(told, cancellation);
            return untold.Count;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            StoreAway(logger, exception);
            return 0;
        }
    }

    private async Task<List<long>> TellRoomAsync(IEnumerable<Untold> facts, CancellationToken cancellation)
    {
        var told = new List<long>();
        foreach (var (id, entry) in facts)
        {
            // Somebody else may have the room by now, if this process was frozen for a while.
            if ((leases.Held & Partitions.Mask(Partitions.Of(entry.RoomId))) == 0) break;
            try
            {
                await teller.TellAsync(entry, cancellation);
                told.Add(id);
            }
            catch (TransportUnavailableException exception)
            {
                _resting.Add(entry.RoomId, options.Value.RetryAfter);
                NotTold(logger, entry.RoomId, entry.Seq, exception);
                break;
            }
        }

        return told;
    }

    [LoggerMessage(1200, LogLevel.Warning, "Fact {Seq} of room {RoomId} could not be told; the room rests.")]
    private static partial void NotTold(ILogger logger, Guid roomId, long seq, Exception exception);

    [LoggerMessage(1201, LogLevel.Warning, "The outbox could not be read.")]
    private static partial void StoreAway(ILogger logger, Exception exception);
}
