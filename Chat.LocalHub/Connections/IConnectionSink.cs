namespace Chat.LocalHub.Connections;

/// <summary>Where the bytes of one connection go. The seam between framing and the way a server hands out its sockets.</summary>
internal interface IConnectionSink
{
    /// <summary>
    /// Takes bytes. Called again only after the last call has completed; completes at once unless the client reads too slowly.
    /// </summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes);

    /// <summary>Cuts the connection without a word; pending reads and writes end.</summary>
    void Abort();
}
