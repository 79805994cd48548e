namespace Chat.LocalHub.Events;

/// <summary>The application's answer to a <see cref="ConnectRequest"/>.</summary>
public sealed record ConnectReply
{
    private ConnectReply()
    {
    }

    /// <summary>The HTTP status of the refusal; null when the connection is accepted.</summary>
    public int? RejectedWith { get; private init; }

    /// <summary>The connection's user; null keeps the token's.</summary>
    public string? UserId { get; init; }

    /// <summary>The groups that it is in from the start; null keeps the token's.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Its roles (<c>webpubsub.joinLeaveGroup</c>, …); null keeps the token's, empty takes them away.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Text that comes back with each event of the connection; null for none.</summary>
    public string? State { get; init; }

    /// <summary>Accepts, with what the token says. Change it with <c>with</c>.</summary>
    public static ConnectReply Accept { get; } = new();

    /// <summary>Refuses.</summary>
    /// <param name="status">HTTP status of the refused upgrade, 400 to 599.</param>
    public static ConnectReply Reject(int status) => new() { RejectedWith = status };
}
