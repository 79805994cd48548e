using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Chat.Core.Common;

namespace Chat.Api.Upstream;

/// <summary>What an <see cref="ISocketEvent"/> tells its caller. The door puts the envelope of docs/protocol.md SK4 around it.</summary>
internal readonly record struct SocketReply
{
    private SocketReply(string? reference, ReadOnlyMemory<byte> data, Error? error) => (Ref, Data, Error) = (reference, data, error);

    /// <summary>What the reply refers to; null means the event's own <c>ref</c> member, when it has one.</summary>
    public string? Ref { get; }

    /// <summary>The <c>data</c> of a success: one JSON value in UTF-8; empty means that there is nothing to tell.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public Error? Error { get; }

    /// <summary>It was done, and there is nothing to tell.</summary>
    /// <param name="reference">See <see cref="Ref"/>.</param>
    public static SocketReply Done(string? reference = null) => new(reference, default, null);

    /// <summary>It was done.</summary>
    /// <param name="data">Told to the caller.</param>
    /// <param name="shape">How it is written: source-generated, since this is on the way of every send.</param>
    /// <param name="reference">See <see cref="Ref"/>.</param>
    public static SocketReply Done<T>(T data, JsonTypeInfo<T> shape, string? reference = null) =>
        new(reference, JsonSerializer.SerializeToUtf8Bytes(data, shape), null);

    /// <summary>It was refused.</summary>
    /// <param name="error">
    /// Why. One of kind <see cref="ErrorKind.Unavailable"/> makes the client send the same event again (SK5).
    /// </param>
    /// <param name="reference">See <see cref="Ref"/>.</param>
    public static SocketReply Refused(Error error, string? reference = null) => new(reference, default, error);
}
