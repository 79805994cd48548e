namespace Chat.Api.Upstream;

/// <summary>
/// What happens when a client sends one kind of <c>event</c> frame. A feature registers one such class per use case
/// (<c>services.AddSingleton&lt;ISocketEvent, SendMessageEvent&gt;()</c>); the door finds it by its name. It does what the HTTP
/// endpoint of the same use case does, through the same service.
/// </summary>
internal interface ISocketEvent
{
    /// <summary>The event's name on the wire (<c>message.send</c>); no two handlers share one.</summary>
    string Name { get; }

    /// <summary>
    /// Handles one event. Events of one connection arrive one after the other, in the order in which they were sent.
    /// </summary>
    /// <param name="caller">Who sent it; the transport has checked that.</param>
    /// <param name="data">The event's data: one JSON value in UTF-8, not checked otherwise; valid during the call only.</param>
    /// <param name="cancellation">The caller or the server is going away.</param>
    /// <returns>What the caller is told, docs/protocol.md SK4. An expected failure is a reply; an exception is a bug.</returns>
    ValueTask<SocketReply> HandleAsync(SocketCaller caller, ReadOnlyMemory<byte> data, CancellationToken cancellation);
}
