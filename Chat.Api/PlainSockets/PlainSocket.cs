using System.Buffers;
using System.Net.WebSockets;
using Chat.Core.Common;
using Chat.Core.Log;
using Chat.Core.Messages;

namespace Chat.Api.PlainSockets;

/// <summary>
/// One plain socket in one room. It follows the log and not the live path: what it gets is what is committed, in order and without a
/// hole, whatever transport the others use; a reader that is slow holds up nobody and keeps nothing in memory.
/// </summary>
internal sealed class PlainSocket(
    WebSocket socket, Guest guest, PlainSocketRoom room, LogReader log, LogWake wake, MessageService messages, TimeProvider clock)
    : IDisposable
{
    private const int PageSize = 100;
    private const int FrameLimit = 128 * 1024;

    // How long a lost wake-up may delay a line.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _writing = new(1);
    private readonly HashSet<Guid> _own = [];

    /// <summary>Runs until either side closes.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var following = FollowAsync(ended.Token);
        try
        {
            await ReadLinesAsync(ended.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The other side is gone, or the server stops: there is nobody to tell.
        }

        await ended.CancelAsync();
        await following;
        await CloseAsync();
    }

    public void Dispose() => _writing.Dispose();

    private async Task ReadLinesAsync(CancellationToken cancellation)
    {
        var line = new ArrayBufferWriter<byte>(1024);
        while (true)
        {
            line.ResetWrittenCount();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(line.GetMemory(1024), cancellation);
                if (part.MessageType == WebSocketMessageType.Close) return;
                line.Advance(part.Count);
                if (line.WrittenCount > FrameLimit) return;
            }
            while (!part.EndOfMessage);

            if (await TakeAsync(line.WrittenSpan.ToArray()) is { } error) await WriteAsync(PlainLine.Write(error), cancellation);
        }
    }

    private async Task<Error?> TakeAsync(byte[] line)
    {
        if (PlainLine.Read(line) is not { } read) return Errors.RequestInvalid;

        var id = Ids.New(clock);
        if (!room.Echo) lock (_own) _own.Add(id);
        var sent = await messages.SendAsGuestAsync(guest.Origin, guest.NameFor(read), room.Id, id, read.Content);
        if (!sent.Succeeded) TakeOwn(id);
        return sent.Error;
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        using var news = wake.Listen(Partitions.Mask(Partitions.Of(room.Id)));
        var position = room.Since;
        try
        {
            while (true)
            {
                var page = await log.FactsAfterAsync(room.Id, null, position, PageSize, cancellation);
                if (!page.Succeeded) return;
                foreach (var fact in page.Value.Items)
                {
                    if (fact.MessageId is { } id && !TakeOwn(id)) await WriteAsync(Line(fact), cancellation);
                    position = fact.Seq;
                }

                if (page.Value.Items.Count < PageSize) await news.WaitAsync(Poll, cancellation);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or Npgsql.NpgsqlException)
        {
            // Gone, or the database is away: the client comes again with its position (&since=).
            if (exception is Npgsql.NpgsqlException) socket.Abort();
        }
    }

    private static byte[] Line(LogEntry fact) => PlainLine.Write(new LineOut(fact.AuthorName!, fact.Content!, fact.Seq, fact.At));

    private bool TakeOwn(Guid id)
    {
        lock (_own) return _own.Remove(id);
    }

    private async Task WriteAsync(byte[] line, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            await socket.SendAsync(line, WebSocketMessageType.Text, endOfMessage: true, cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task CloseAsync()
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), clock);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }
}

/// <summary>Where a plain socket talks.</summary>
/// <param name="Id">The room.</param>
/// <param name="Since">The position after which it hears everything.</param>
/// <param name="Echo">Whether it hears its own lines.</param>
internal sealed record PlainSocketRoom(Guid Id, long Since, bool Echo);
