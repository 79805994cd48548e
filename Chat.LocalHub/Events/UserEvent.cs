namespace Chat.LocalHub.Events;

/// <summary>An event that a client sent.</summary>
/// <param name="Connection">Who sent it.</param>
/// <param name="Name">The event's name: a letter, then up to 127 of letters, digits and <c>_ . -</c>.</param>
/// <param name="Payload">What it carries. The bytes belong to the receiver.</param>
public sealed record UserEvent(ClientConnection Connection, string Name, HubMessage Payload);
