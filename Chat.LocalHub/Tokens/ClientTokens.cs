using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Chat.LocalHub.Tokens;

/// <summary>What a client token says.</summary>
public sealed record ClientToken
{
    /// <summary>The user (<c>sub</c>); null for an anonymous connection.</summary>
    public string? UserId { get; init; }

    /// <summary>Roles (<c>role</c>).</summary>
    public IReadOnlyCollection<string> Roles { get; init; } = [];

    /// <summary>Groups that the connection is in from the start (<c>webpubsub.group</c>).</summary>
    public IReadOnlyCollection<string> Groups { get; init; } = [];

    /// <summary>How long a connection may be opened with it. An open connection outlives it.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Further claims, such as <c>jti</c>; the application sees them in <see cref="Events.ConnectRequest.Claims"/>.</summary>
    public IReadOnlyDictionary<string, string> Claims { get; init; } = new Dictionary<string, string>();
}

/// <summary>Makes the tokens with which clients open connections, as the official server SDKs make them.</summary>
public sealed class ClientTokens
{
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly HubKeys _keys;
    private readonly HubOptions _options;
    private readonly TimeProvider _clock;

    internal ClientTokens(HubKeys keys, IOptions<HubOptions> options, TimeProvider clock)
    {
        _keys = keys;
        _options = options.Value;
        _clock = clock;
    }

    /// <summary>The path of the hub for clients, without a host: <c>/client/hubs/{hub}</c>.</summary>
    public string ClientPath => $"/client/hubs/{_options.Hub}";

    /// <summary>
    /// Makes a token that opens connections to this hub under whatever name it is reached. Secret: not for logs.
    /// </summary>
    /// <param name="token">What it says.</param>
    public string Create(ClientToken token) => Create(token, ClientPath);

    /// <summary>The same for one address.</summary>
    internal string Create(ClientToken token, string audience)
    {
        var now = _clock.GetUtcNow();
        var payload = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(payload))
        {
            json.WriteStartObject();
            WriteArray(json, "role", token.Roles);
            WriteArray(json, "webpubsub.group", token.Groups);
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + token.Lifetime).ToUnixTimeSeconds());
            json.WriteString("aud", audience);
            if (token.UserId is not null)
                json.WriteString("sub", token.UserId);
            foreach (var (name, value) in token.Claims)
                json.WriteString(name, value);
            json.WriteEndObject();
        }

        var signed = $"{Header}.{Base64Url.EncodeToString(payload.WrittenSpan)}";
        return $"{signed}.{Base64Url.EncodeToString(_keys.Sign(Encoding.UTF8.GetBytes(signed)))}";
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0)
            return;

        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
