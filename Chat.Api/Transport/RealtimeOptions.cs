using System.ComponentModel.DataAnnotations;

namespace Chat.Api.Transport;

/// <summary>Which transport carries the sockets.</summary>
public enum RealtimeTransport
{
    /// <summary>The hub inside this process.</summary>
    Local,

    /// <summary>Azure Web PubSub.</summary>
    AzureWebPubSub,
}

/// <summary>Sockets. Section <c>Chat:Realtime</c>.</summary>
public sealed record RealtimeOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Chat:Realtime";

    /// <summary>The connection string's name, as a reference in the AppHost calls it.</summary>
    public const string ConnectionName = "webpubsub";

    /// <summary>Which transport; the local hub by default.</summary>
    public RealtimeTransport Transport { get; init; }

    /// <summary>The hub's name: a letter, then up to 127 of letters, digits and <c>_ ` , . [ ]</c>.</summary>
    [RegularExpression(@"^[A-Za-z][A-Za-z0-9_`,.\[\]]{0,127}$")]
    public string Hub { get; init; } = "chat";

    /// <summary>
    /// Signs what opens sockets: the local hub's tokens, and the tickets that go with Azure's. At least 32 characters, the same in
    /// every instance. There is no default: a known one would let anybody in as anybody.
    /// </summary>
    [Required]
    [MinLength(32)]
    public string HubKey { get; init; } = "";

    /// <summary>How long the address that negotiation returns opens a socket; default 60 s. Azure's service counts in whole minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Azure only: <c>Endpoint=…;AccessKey=…</c>, an <c>https://</c> address or <c>Endpoint=…;Hub=…</c> (both with the process's own
    /// identity). Null takes the connection string named <see cref="ConnectionName"/>.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>Azure only: further access keys whose signatures on events are good, while keys are being changed.</summary>
    public IReadOnlyList<string> MoreAccessKeys { get; init; } = [];

    /// <summary>
    /// Azure only: what the event handler's address must carry as <c>?code=</c>, at least 32 characters. Mandatory without an access
    /// key, since then nothing else shows that an event comes from the service. Null: not asked for.
    /// </summary>
    [MinLength(32)]
    public string? UpstreamCode { get; init; }

    /// <summary>Azure only: how long one call to the service may take, its repetitions included; default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
