using Microsoft.AspNetCore.Http;

namespace Chat.LocalHub.Connections;

/// <summary>The stream that a server hands out for an upgraded request.</summary>
internal sealed class UpgradeSink(Stream stream, HttpContext context) : IConnectionSink
{
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes) => stream.WriteAsync(bytes);

    public void Abort() => context.Abort();
}
