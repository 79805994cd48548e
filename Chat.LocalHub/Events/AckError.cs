namespace Chat.LocalHub.Events;

/// <summary>The error names of an acknowledgement. The list is the protocol's and closed; clients branch on the names.</summary>
public enum AckError
{
    /// <summary>The connection may not do this.</summary>
    Forbidden,

    /// <summary>It could not be handled. The official client tries again.</summary>
    InternalServerError,

    /// <summary>This acknowledgement id was executed before on this connection. The official client takes it for success.</summary>
    Duplicate,

    /// <summary>The frame, or what it carries, is not well formed.</summary>
    BadRequest,

    /// <summary>What it names does not exist.</summary>
    NotFound,

    /// <summary>It took too long.</summary>
    Timeout,
}
