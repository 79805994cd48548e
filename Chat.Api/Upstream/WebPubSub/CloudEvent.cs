using System.Text;

namespace Chat.Api.Upstream.WebPubSub;

/// <summary>What an event says in its headers: CloudEvents 1.0, HTTP binary mode, with Web PubSub's extensions.</summary>
/// <param name="Type"><c>azure.webpubsub.sys.connect</c>, <c>….sys.connected</c>, <c>….sys.disconnected</c> or <c>azure.webpubsub.user.{name}</c>.</param>
/// <param name="Hub">The hub.</param>
/// <param name="ConnectionId">The connection.</param>
/// <param name="UserId">Its user; null when it is anonymous.</param>
/// <param name="EventName">The event's name.</param>
/// <param name="Signature">Proof of the sender; null when there is none.</param>
/// <param name="State">What we gave the service to keep; null when it keeps nothing that is ours.</param>
internal sealed record CloudEvent(
    string Type, string Hub, string ConnectionId, string? UserId, string EventName, string? Signature, SocketState? State)
{
    /// <summary>The header that brings and takes <see cref="State"/>: base64 of JSON, as the SDKs write it.</summary>
    public const string StateHeader = "ce-connectionState";

    /// <summary>Undocumented and required: the service's own SDKs take a request without it for somebody else's.</summary>
    public const string VersionHeader = "ce-awpsversion";

    public const string Connect = "azure.webpubsub.sys.connect";
    public const string Connected = "azure.webpubsub.sys.connected";
    public const string Disconnected = "azure.webpubsub.sys.disconnected";
    public const string UserPrefix = "azure.webpubsub.user.";

    /// <summary>Reads the headers; null when they are no event of Web PubSub.</summary>
    public static CloudEvent? Read(IHeaderDictionary headers)
    {
        if (headers["ce-specversion"] != "1.0" || headers[VersionHeader] != "1.0") return null;

        return (One("ce-type"), One("ce-hub"), One("ce-connectionId"), One("ce-eventName")) is ({ } type, { } hub, { } connection, { } name)
            ? new CloudEvent(type, hub, connection, One("ce-userId"), name, One("ce-signature"), ReadState(One(StateHeader)))
            : null;

        string? One(string header) => headers.TryGetValue(header, out var values) && values is [{ Length: > 0 } value] ? value : null;
    }

    /// <summary>State as the header carries it.</summary>
    public static string WriteState(string state) => Convert.ToBase64String(Encoding.UTF8.GetBytes(state));

    private static SocketState? ReadState(string? header)
    {
        try
        {
            return header is null ? null : SocketState.Read(Encoding.UTF8.GetString(Convert.FromBase64String(header)));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
