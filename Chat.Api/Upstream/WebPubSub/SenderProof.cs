using System.Security.Cryptography;
using System.Text;
using Chat.Api.Transport;
using Microsoft.Extensions.Options;

namespace Chat.Api.Upstream.WebPubSub;

/// <summary>
/// Tells the service's events from forged ones: by <c>ce-signature</c> when we share an access key with it, by the secret in our
/// address when we do not (or also, when one is set). Every comparison takes the same time wherever it differs.
/// </summary>
internal sealed class SenderProof(ServiceConnection service, IOptions<RealtimeOptions> settings)
{
    private const string Scheme = "sha256=";

    private readonly byte[][] _keys =
        [.. settings.Value.MoreAccessKeys.Prepend(service.AccessKey ?? "").Where(key => key.Length > 0).Select(Encoding.UTF8.GetBytes)];

    private readonly byte[]? _code = settings.Value.UpstreamCode is { } code ? Encoding.UTF8.GetBytes(code) : null;

    /// <summary>Whether the address carries the secret that it must carry.</summary>
    public bool HasCode(string? code) =>
        _code is null || (code is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), _code));

    /// <summary>
    /// Whether one of the keys signed the connection's id. The header holds one signature per key of the service
    /// (<c>sha256=…,sha256=…</c>); without a key of ours there is nothing to check, and <see cref="RealtimeOptionsCheck"/> has made
    /// sure that there is a code instead.
    /// </summary>
    public bool IsSigned(CloudEvent received) => _keys.Length == 0 || Signatures(received).Any(Matches(received.ConnectionId));

    /// <summary>Whether the service asks, before it sends anything, for a host of its own.</summary>
    /// <param name="origins"><c>WebHook-Request-Origin</c>: hosts, separated by commas; a port counts for nothing.</param>
    public bool IsOrigin(string origins) =>
        origins.Split(',', StringSplitOptions.TrimEntries).Any(origin =>
            origin.Split(':')[0].Equals(service.Endpoint.Host, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<byte[]> Signatures(CloudEvent received)
    {
        foreach (var one in (received.Signature ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            var hex = one.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? one[Scheme.Length..] : "";
            if (hex.Length == HMACSHA256.HashSizeInBytes * 2 && hex.All(char.IsAsciiHexDigit)) yield return Convert.FromHexString(hex);
        }
    }

    private Func<byte[], bool> Matches(string connectionId)
    {
        var expected = _keys.Select(key => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(connectionId))).ToArray();
        return signature => expected.Aggregate(false, (good, one) => CryptographicOperations.FixedTimeEquals(signature, one) || good);
    }
}
