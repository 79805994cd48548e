using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text;
using Chat.LocalHub.Events;
using Chat.LocalHub.Protocol.Framing;

namespace Chat.LocalHub.Connections;

/// <summary>Reads one connection to its end.</summary>
internal sealed class ReadLoop(Connection connection, PipeReader input, EventLane lane, ClientFrames frames, HubOptions options)
{
    // After so many messages of one client the thread is offered to the others.
    private const int MessagesPerTurn = 64;

    private readonly MessageReader _messages = new(options.MaxMessageBytes);

    /// <summary>Returns when nothing more can come; the connection then has its <see cref="Connection.End"/>.</summary>
    public async Task RunAsync()
    {
        try
        {
            await ReadToEndAsync();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The network's way to say that the client is gone.
        }
        finally
        {
            _messages.End();
        }

        if (connection.End is null)
            connection.Cut(new Disconnection(DisconnectCause.Lost, ""));
    }

    private async Task ReadToEndAsync()
    {
        var answered = false;
        while (!answered)
        {
            var result = await input.ReadAsync();
            connection.Heard();
            var buffer = result.Buffer;
            if (_messages.Violation is null)
                (answered, buffer) = await HandleAsync(buffer);
            else
                buffer = buffer.Slice(buffer.End);

            // After a violation the rest is thrown away instead of left unread: a socket closed with unread bytes is reset, and
            // the client might never see the close frame.
            input.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
                return;
        }
    }

    private async ValueTask<(bool Answered, ReadOnlySequence<byte> Unread)> HandleAsync(ReadOnlySequence<byte> buffer)
    {
        connection.Outbound.Cork();
        try
        {
            for (var count = 1; _messages.TryRead(ref buffer, out var received); count++)
            {
                if (received == Received.Close)
                {
                    connection.AnswerClose(_messages.Payload.Span, ReasonOf(_messages.Payload.Span));
                    return (true, buffer);
                }

                while (!TryHandle(received))
                    await WaitForRoomAsync();
                if (count % MessagesPerTurn == 0)
                    await YieldAsync();
            }

            if (_messages.Violation is { } violation)
                connection.Close(violation);
            return (false, buffer);
        }
        finally
        {
            _messages.Release();
            connection.Outbound.Uncork();
        }
    }

    private bool TryHandle(Received received)
    {
        // Between the hub's close frame and the client's, what the client still says is of no interest.
        if (connection.End is not null)
            return true;

        switch (received)
        {
            case Received.Text:
                return frames.TryHandle(connection, lane, _messages.Payload.Span);
            case Received.Binary:
                connection.Close(Violation.NotText);
                return true;
            case Received.Ping:
                connection.Send(FrameWriter.Frame(Opcode.Pong, _messages.Payload.Span));
                return true;
            default:
                return true;
        }
    }

    private async ValueTask WaitForRoomAsync()
    {
        connection.Outbound.Uncork();
        connection.IsReadingPaused = true;
        await lane.WhenRoomAsync();
        connection.Heard();
        connection.IsReadingPaused = false;
        connection.Outbound.Cork();
    }

    private async ValueTask YieldAsync()
    {
        connection.Outbound.Uncork();
        await Task.Yield();
        connection.Outbound.Cork();
    }

    private static Disconnection ReasonOf(ReadOnlySpan<byte> close)
    {
        if (close.Length < 2)
            return new Disconnection(DisconnectCause.Normal, "");

        var code = BinaryPrimitives.ReadUInt16BigEndian(close);
        return new Disconnection(DisconnectCause.Normal, close.Length == 2 ? $"{code}" : $"{code} {Encoding.UTF8.GetString(close[2..])}");
    }
}
