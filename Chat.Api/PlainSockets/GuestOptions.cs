namespace Chat.Api.PlainSockets;

/// <summary>People who talk without an account. Section <c>Chat:Guests</c>.</summary>
internal sealed record GuestOptions
{
    public const string Section = "Chat:Guests";

    /// <summary>Whether there are guests at all; null means in development only.</summary>
    public bool? Enabled { get; init; }

    /// <summary>
    /// Whether a guest without a name is called after the address that it comes from (<c>User_127.0.0.1</c>), which tells the
    /// whole room where somebody is; null means in development only.
    /// </summary>
    public bool? ShowAddress { get; init; }
}
