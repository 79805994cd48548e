using System.Globalization;

namespace Azure.Messaging.WebPubSub;

/// <summary><c>Endpoint=…;AccessKey=…;Port=…</c>, names compared without case, values may hold <c>=</c>; other parts are ignored.</summary>
internal sealed record ConnectionString(Uri Endpoint, string AccessKey)
{
    public static ConnectionString Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=', 2)))
        {
            if (part.Length == 2 && !parts.TryAdd(part[0].Trim(), part[1].Trim()))
                throw new ArgumentException($"Duplicate properties found in connection string: {part[0].Trim()}.");
        }

        var endpoint = new UriBuilder(Required("Endpoint").TrimEnd('/'));
        var key = Required("AccessKey");
        if (parts.TryGetValue("Port", out var port))
        {
            endpoint.Port = int.TryParse(port, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 0xFFFF
                ? number
                : throw new ArgumentException($"Invalid Port value: {port}");
        }

        return new ConnectionString(endpoint.Uri, key);

        string Required(string name) => parts.TryGetValue(name, out var value)
            ? value
            : throw new ArgumentException($"Required property not found in connection string: {name}.");
    }
}
