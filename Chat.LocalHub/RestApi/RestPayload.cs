using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Chat.LocalHub.RestApi;

/// <summary>The body of a send.</summary>
internal static class RestPayload
{
    /// <summary>Reads the message; a failure when it is too large, of another type, or not what its type says.</summary>
    public static async ValueTask<(HubMessage Message, RestResult? Failure)> ReadAsync(HttpContext context, int maxBytes)
    {
        if (!TryGetDataType(context.Request.ContentType, out var dataType))
            return (default, RestResult.MediaType);
        if (await ReadBytesAsync(context, maxBytes) is not { } bytes)
            return (default, RestResult.TooLarge);

        // It is put into frames as it is: what is not JSON here would break every frame that it is part of.
        var valid = dataType switch
        {
            MessageDataType.Json => IsOneJsonValue(bytes),
            MessageDataType.Text => Utf8.IsValid(bytes),
            _ => true,
        };
        return valid ? (new HubMessage(dataType, bytes), null) : (default, RestResult.Invalid("body", "The payload is not what its content type says."));
    }

    private static bool TryGetDataType(string? contentType, out MessageDataType dataType)
    {
        var media = MediaTypeHeaderValue.TryParse(contentType, out var parsed) ? parsed.MediaType.ToString().ToUpperInvariant() : "";
        (var known, dataType) = media switch
        {
            "APPLICATION/JSON" => (true, MessageDataType.Json),
            "TEXT/PLAIN" => (true, MessageDataType.Text),
            "APPLICATION/OCTET-STREAM" => (true, MessageDataType.Binary),
            _ => (false, default),
        };
        return known;
    }

    private static async ValueTask<byte[]?> ReadBytesAsync(HttpContext context, int maxBytes)
    {
        if (context.Request.ContentLength > maxBytes)
            return null;

        var body = context.Request.BodyReader;
        while (true)
        {
            var result = await body.ReadAsync(context.RequestAborted);
            if (result.Buffer.Length > maxBytes)
                return null;
            if (result.IsCompleted)
            {
                var bytes = result.Buffer.ToArray();
                body.AdvanceTo(result.Buffer.End);
                return bytes;
            }

            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static bool IsOneJsonValue(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        try
        {
            return reader.Read() && reader.TrySkip() && !reader.Read() && Utf8.IsValid(bytes);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
