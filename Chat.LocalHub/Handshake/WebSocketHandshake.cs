using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Chat.LocalHub.Handshake;

/// <summary>The opening handshake, RFC 6455 section 4.2.</summary>
internal static class WebSocketHandshake
{
    private const string Version = "13";
    private const int KeyLength = 24;
    private static readonly byte[] Magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"u8.ToArray();

    /// <summary>The status that refuses the request; null when it is a proper opening handshake.</summary>
    public static int? Refuse(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (!HttpMethods.IsGet(context.Request.Method)
            || context.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true }
            || !headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase))
        {
            return StatusCodes.Status400BadRequest;
        }

        if (headers.SecWebSocketVersion != Version)
        {
            context.Response.Headers.SecWebSocketVersion = Version;
            return StatusCodes.Status426UpgradeRequired;
        }

        return IsKey(headers.SecWebSocketKey.ToString()) ? null : StatusCodes.Status400BadRequest;
    }

    /// <summary>Answers 101 and hands the connection out. No extension is ever accepted: frames are written once for many.</summary>
    public static Task<Stream> AcceptAsync(HttpContext context, string subprotocol)
    {
        var headers = context.Response.Headers;
        headers.Upgrade = "websocket";
        headers.SecWebSocketAccept = Accept(context.Request.Headers.SecWebSocketKey.ToString());
        headers.SecWebSocketProtocol = subprotocol;

        // A slow client is the hub's business alone, by bytes and age; the server's own limit would cut it for other reasons.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null;

        return context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
    }

    private static bool IsKey(string key) => key.Length == KeyLength && Base64.IsValid(key, out var bytes) && bytes == 16;

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6455 section 4.2.2 prescribes it; nothing is protected by it.")]
    private static string Accept(string key) => Convert.ToBase64String(SHA1.HashData([.. Encoding.ASCII.GetBytes(key), .. Magic]));
}
