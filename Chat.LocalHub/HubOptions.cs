namespace Chat.LocalHub;

/// <summary>Settings of the hub; the host binds its section. Checked when the host starts.</summary>
public sealed record HubOptions
{
    /// <summary>The hub's name, compared without case: a letter, then up to 127 of letters, digits and <c>_ ` , . [ ]</c>.</summary>
    public string Hub { get; init; } = "chat";

    /// <summary>
    /// The address under which clients and server SDKs reach the hub (<c>https://chat.example</c>), for the audience of tokens.
    /// Null: every token must name the host that the request came to.
    /// </summary>
    public Uri? Endpoint { get; init; }

    /// <summary>
    /// Signs and checks tokens, at least 32 characters. The UTF-8 bytes of the text are the key, as the official SDKs do it;
    /// it is not decoded. Required.
    /// </summary>
    public string AccessKey { get; init; } = "";

    /// <summary>Checks tokens as well while keys are being changed; never signs. Null: none.</summary>
    public string? SecondaryAccessKey { get; init; }

    /// <summary>
    /// Web pages that may open sockets, as <c>scheme://host[:port]</c>; <c>*</c> allows all. Empty: only pages of the host that
    /// the request came to. Clients that send no Origin header are no browsers and are always allowed.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Connections that this node holds at once; more are refused with 503. 0: no limit.</summary>
    public int MaxConnections { get; init; } = 50_000;

    /// <summary>Bytes of one client message or REST payload; a larger message closes its connection with 1009.</summary>
    public int MaxMessageBytes { get; init; } = 1024 * 1024;

    /// <summary>
    /// Bytes that may wait for one connection that does not read; with more it is closed as a slow client. Messages are shared by
    /// their receivers, so that stuck members of one room hold the same bytes; a healthy client must survive a burst.
    /// </summary>
    public int OutboundBytes { get; init; } = 1024 * 1024;

    /// <summary>How long bytes may wait for one connection that does not read, before it is closed as a slow client.</summary>
    public TimeSpan OutboundAge { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>User events of one connection that may wait for their turn; with more the connection is not read until one is done.</summary>
    public int PendingEvents { get; init; } = 16;

    /// <summary>Time between two pings to a connection.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A connection from which nothing came for this long is lost and closed. More than <see cref="PingInterval"/>.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time between two calls of <see cref="Events.IHubEvents.AliveAsync"/>.</summary>
    public TimeSpan AliveInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a closed connection may take to answer the close frame before it is cut.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a stopping host waits for its connections to end before it cuts them.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Several nodes over Redis; used when the host asks for it.</summary>
    public BackplaneOptions Backplane { get; init; } = new();
}
