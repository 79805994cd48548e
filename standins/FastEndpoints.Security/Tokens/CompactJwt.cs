using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace FastEndpoints.Security;

/// <summary>A JSON web token in compact form (RFC 7519, RFC 7515 section 3.1), signed with HMAC-SHA-256.</summary>
internal sealed class CompactJwt : SecurityToken
{
    /// <summary>HS256 needs at least as many key bits as its hash has (RFC 7518 section 3.2).</summary>
    private const int KeyBytes = 32;

    private readonly byte[] _signed;
    private readonly byte[] _signature;
    private readonly JsonElement _payload;

    private CompactJwt(byte[] signed, byte[] signature, JsonElement header, JsonElement payload)
    {
        _signed = signed;
        _signature = signature;
        _payload = payload;
        Algorithm = Text(header, "alg");
        KeyId = Text(header, "kid");
    }

    internal string? Algorithm { get; }

    internal string? KeyId { get; }

    internal DateTime? NotBefore => Time("nbf");

    internal DateTime? Expires => Time("exp");

    internal IEnumerable<string> Audiences => Values("aud");

    public override string Id => Text(_payload, "jti") ?? "";

    public override string Issuer => Text(_payload, "iss") ?? "";

    public override DateTime ValidFrom => NotBefore ?? DateTime.MinValue;

    public override DateTime ValidTo => Expires ?? DateTime.MinValue;

    internal static CompactJwt Read(string token)
    {
        try
        {
            var parts = token.Split('.');
            if (parts.Length != 3)
                throw new SecurityTokenException("The token does not have three parts.");
            return new(
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                Base64Url.DecodeFromChars(parts[2]),
                Object(parts[0]),
                Object(parts[1]));
        }
        catch (Exception x) when (x is FormatException or JsonException)
        {
            throw new SecurityTokenException("The token is not base64url encoded JSON.");
        }
    }

    internal bool IsSignedWith(SecurityKey key)
        => Algorithm == SecurityAlgorithms.HmacSha256
            && key is SymmetricSecurityKey { Key: { Length: >= KeyBytes } secret }
            && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(secret, _signed), _signature);

    /// <summary>One claim per member, and per item of a member that is a list.</summary>
    internal IEnumerable<Claim> Claims()
    {
        var issuer = Issuer is { Length: > 0 } named ? named : ClaimsIdentity.DefaultIssuer;
        return _payload.EnumerateObject().SelectMany(
            member => Items(member.Value).Select(value => new Claim(member.Name, TextOf(value), TypeOf(value), issuer)));
    }

    internal static string Write(
        List<Claim> claims, string? issuer, string? audience, DateTimeOffset issuedAt, DateTime? expires, byte[] key)
    {
        if (key.Length < KeyBytes)
            throw new ArgumentOutOfRangeException(nameof(key), $"IDX10720: the key for HS256 must have at least {KeyBytes * 8} bits.");

        var payload = new JsonObject();
        foreach (var claim in claims.GroupBy(c => c.Type))
        {
            JsonNode?[] values = [.. claim.Select(Node)];
            payload[claim.Key] = values is [var one] ? one : new JsonArray(values);
        }

        // As the real handler does without being told: valid from now on (the machine's clock), for an hour.
        var now = DateTimeOffset.UtcNow;
        payload["exp"] = expires is { } at ? new DateTimeOffset(at.ToUniversalTime()).ToUnixTimeSeconds() : now.AddHours(1).ToUnixTimeSeconds();
        payload["iat"] = issuedAt.ToUnixTimeSeconds();
        payload["nbf"] = now.ToUnixTimeSeconds();
        if (issuer is not null)
            payload["iss"] = issuer;
        if (audience is not null)
            payload["aud"] = audience;

        var signed = Encode("""{"alg":"HS256","typ":"JWT"}""") + "." + Encode(payload.ToJsonString());
        return signed + "." + Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)));
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static JsonElement Object(string part)
    {
        var value = JsonElement.Parse(Base64Url.DecodeFromChars(part));
        return value.ValueKind == JsonValueKind.Object ? value : throw new JsonException();
    }

    private static string? Text(JsonElement from, string name)
        => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private DateTime? Time(string name)
        => _payload.TryGetProperty(name, out var value) && value.TryGetDouble(out var seconds)
            ? DateTime.UnixEpoch.AddSeconds(Math.Clamp(seconds, 0, 253_402_300_799))
            : null;

    private IEnumerable<string> Values(string name) => _payload.TryGetProperty(name, out var value) ? Items(value).Select(TextOf) : [];

    private static JsonElement[] Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out _) => ClaimValueTypes.Integer32,
        JsonValueKind.Number when value.TryGetInt64(out _) => ClaimValueTypes.Integer64,
        JsonValueKind.Number => ClaimValueTypes.Double,
        JsonValueKind.True or JsonValueKind.False => ClaimValueTypes.Boolean,
        _ => ClaimValueTypes.String,
    };

    private static JsonNode? Node(Claim claim) => claim.ValueType switch
    {
        ClaimValueTypes.Boolean => bool.Parse(claim.Value),
        ClaimValueTypes.Integer or ClaimValueTypes.Integer32 or ClaimValueTypes.Integer64 => long.Parse(claim.Value, CultureInfo.InvariantCulture),
        ClaimValueTypes.Double => double.Parse(claim.Value, CultureInfo.InvariantCulture),
        _ => claim.Value,
    };
}
