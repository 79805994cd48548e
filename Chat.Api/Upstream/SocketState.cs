using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chat.Api.Upstream;

/// <summary>
/// What the transport keeps with each connection for us, and brings back with every event; clients never see it.
/// </summary>
/// <param name="Session">The session that the socket ends with.</param>
/// <param name="Rooms">A digest of the rooms that it was put into when it connected.</param>
internal sealed record SocketState([property: JsonPropertyName("sid")] Guid Session, [property: JsonPropertyName("rooms")] string Rooms)
{
    /// <summary>As text, for the transport.</summary>
    public string Write() => JsonSerializer.Serialize(this, SocketStateJson.Default.SocketState);

    /// <summary>From text; null when it is not ours.</summary>
    public static SocketState? Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize(text, SocketStateJson.Default.SocketState);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same for the same set of rooms, in whatever order.</summary>
    public static string Digest(IEnumerable<Guid> rooms)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var room in rooms.Order()) hash.AppendData(room.ToByteArray());
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}

/// <summary>How <see cref="SocketState"/> is written.</summary>
[JsonSerializable(typeof(SocketState))]
internal sealed partial class SocketStateJson : JsonSerializerContext;
