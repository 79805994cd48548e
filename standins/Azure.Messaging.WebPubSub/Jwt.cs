using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Azure.Messaging.WebPubSub;

/// <summary>A token as the service reads it: HS256, keyed with the access key's characters as they are written.</summary>
internal sealed class Jwt
{
    private readonly JsonObject _claims = [];

    public void Add(string name, string value) => _claims[name] = value;

    public void Add(string name, IEnumerable<string> values) => _claims[name] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);

    public string Sign(string key, string audience, DateTimeOffset expiresAt)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        _claims["nbf"] = now;
        _claims["exp"] = expiresAt.ToUnixTimeSeconds();
        _claims["iat"] = now;
        _claims["aud"] = audience;
        var signed = $"{Encode("""{"alg":"HS256","typ":"JWT"}""")}.{Encode(_claims.ToJsonString())}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
