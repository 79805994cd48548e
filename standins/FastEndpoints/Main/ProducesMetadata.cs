using Microsoft.AspNetCore.Http.Metadata;

namespace FastEndpoints;

/// <summary>An answer that the endpoint gives without having been told so; as opposed to what Produces() adds, it can be cleared.</summary>
internal sealed class ProducesMetadata(Type type, int statusCode, IEnumerable<string> contentTypes) : IProducesResponseTypeMetadata
{
    public Type? Type { get; } = type;

    public int StatusCode { get; } = statusCode;

    public IEnumerable<string> ContentTypes { get; } = contentTypes;

    public string? Description { get; set; }

    public object? Example { get; set; }
}
