namespace Chat.LocalHub.Events;

/// <summary>What ended a connection.</summary>
public enum DisconnectCause
{
    /// <summary>The client closed it.</summary>
    Normal,

    /// <summary>The application, or somebody over the REST API, closed it.</summary>
    ClosedByAppServer,

    /// <summary>The node stops; the client may connect again at once.</summary>
    ServiceReload,

    /// <summary>Nothing came from the client for too long.</summary>
    PingTimeout,

    /// <summary>The client did not read what was sent to it.</summary>
    SlowClient,

    /// <summary>The client broke the protocol.</summary>
    ProtocolError,

    /// <summary>The network connection ended without a close frame.</summary>
    Lost,
}

/// <summary>Why a connection ended.</summary>
/// <param name="Cause">The kind of end.</param>
/// <param name="Reason">The reason that one of the sides gave; may be empty. A client's own words are not to be trusted.</param>
public sealed record Disconnection(DisconnectCause Cause, string Reason);
