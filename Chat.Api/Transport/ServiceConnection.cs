using System.Globalization;

namespace Chat.Api.Transport;

/// <summary>Where a Web PubSub service is and how we show it who we are, read from a connection string.</summary>
/// <param name="Endpoint">The service's address.</param>
/// <param name="AccessKey">Its key; null means the process's own identity (Entra ID).</param>
/// <param name="Hub">The hub that the string names; null when it names none.</param>
internal sealed record ServiceConnection(Uri Endpoint, string? AccessKey, string? Hub)
{
    /// <summary>
    /// Reads any of the forms in use: the portal's <c>Endpoint=…;AccessKey=…;Version=1.0;</c>, Aspire's <c>Endpoint=…;Hub=…</c> and
    /// a bare address.
    /// </summary>
    /// <exception cref="FormatException">It is none of them.</exception>
    public static ServiceConnection Parse(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var bare) && IsWeb(bare)) return new ServiceConnection(bare, null, null);

        var parts = Parts(text);
        if (!Uri.TryCreate(parts.GetValueOrDefault("Endpoint"), UriKind.Absolute, out var endpoint) || !IsWeb(endpoint))
            throw new FormatException("The connection string of Web PubSub has no Endpoint that is an http(s) address.");
        if (parts.TryGetValue("Port", out var port)) endpoint = new UriBuilder(endpoint) { Port = ushort.Parse(port, CultureInfo.InvariantCulture) }.Uri;
        return new ServiceConnection(endpoint, parts.GetValueOrDefault("AccessKey"), parts.GetValueOrDefault("Hub"));
    }

    private static bool IsWeb(Uri address) => address.Scheme is "http" or "https";

    private static Dictionary<string, string> Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // A value may hold '=', as base64 does.
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, var value] || !parts.TryAdd(name, value))
                throw new FormatException("The connection string of Web PubSub is not of the form name=value;…, each name once.");
        }

        return parts;
    }
}
