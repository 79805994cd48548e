namespace Chat.LocalHub.Events;

/// <summary>
/// The application's answer to a <see cref="UserEvent"/>: optionally a message to the sender alone, which arrives before the
/// acknowledgement, and success or an error of the protocol's list.
/// </summary>
public sealed record UserEventReply
{
    /// <summary>Done, nothing to say.</summary>
    public static UserEventReply Ok { get; } = new();

    /// <summary>Sent to the sender alone as <c>from: "server"</c>; null for none.</summary>
    public HubMessage? Message { get; init; }

    /// <summary>The name of the failure in the acknowledgement; null when it succeeded.</summary>
    public AckError? Error { get; init; }

    /// <summary>One sentence beside <see cref="Error"/>, for people.</summary>
    public string ErrorText { get; init; } = "";

    /// <summary>The connection's new state; null leaves it as it is.</summary>
    public string? State { get; init; }

    /// <summary>Done, with an answer.</summary>
    public static UserEventReply With(HubMessage message) => new() { Message = message };

    /// <summary>Refused. The client may send it again: a refused acknowledgement id is not remembered.</summary>
    public static UserEventReply Fail(AckError error, string text, HubMessage? message = null) =>
        new() { Error = error, ErrorText = text, Message = message };
}
