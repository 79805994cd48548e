using System.Text.Json;

namespace Chat.LocalHub.Tokens;

/// <summary>The claims of a token whose signature was good.</summary>
internal sealed class TokenClaims
{
    private static readonly string[] Single = ["exp", "nbf", "iat", "sub"];

    private readonly Dictionary<string, string[]> _all;

    private TokenClaims(Dictionary<string, string[]> all) => _all = all;

    /// <summary>Each claim's values: strings as they are, anything else as its JSON text.</summary>
    public IReadOnlyDictionary<string, string[]> All => _all;

    public string? UserId => All.TryGetValue("sub", out var values) ? values[0] : null;

    /// <summary>Null when the payload is no object, or a claim that must be single is not.</summary>
    public static TokenClaims? Parse(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return null;

        var all = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var claim in document.RootElement.EnumerateObject())
        {
            string[] values = claim.Value.ValueKind == JsonValueKind.Array
                ? [.. claim.Value.EnumerateArray().Select(Text)]
                : [Text(claim.Value)];
            if (values.Length > 0)
                all[claim.Name] = all.TryGetValue(claim.Name, out var before) ? [.. before, .. values] : values;
        }

        return Single.Any(name => all.TryGetValue(name, out var values) && values.Length != 1) ? null : new TokenClaims(all);
    }

    /// <summary>The values of a claim that may be a string, an array, or repeated.</summary>
    public string[] Values(string name) => _all.GetValueOrDefault(name, []);

    /// <summary>A claim that is a time in seconds since 1970. Null when it is absent; false when it is not a number.</summary>
    public bool TryGetTime(string name, out DateTimeOffset? time)
    {
        time = null;
        if (!_all.TryGetValue(name, out var values))
            return true;
        if (!double.TryParse(values[0], System.Globalization.CultureInfo.InvariantCulture, out var seconds) || seconds is not (>= 0 and < 253402300800))
            return false;

        time = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
        return true;
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
