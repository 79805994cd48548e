namespace Chat.LocalHub.Backplane;

/// <summary>Whom a message goes to. The numbers go over the wire and never change.</summary>
internal enum DeliveryTarget : byte
{
    Group = 1,
    User = 2,
    Connection = 3,
    All = 4,
}

/// <summary>A message on its way to the connections of all nodes. It lives on the stack: its data is a slice of a receive buffer.</summary>
internal readonly ref struct Delivery(
    DeliveryTarget target,
    string name,
    string? fromUserId,
    MessageDataType dataType,
    ReadOnlySpan<byte> data,
    IReadOnlyCollection<string>? excluded)
{
    public readonly DeliveryTarget Target = target;

    /// <summary>The group, user or connection; empty for all.</summary>
    public readonly string Name = name;

    /// <summary>The user whose client published it; null when the server did, or an anonymous client.</summary>
    public readonly string? FromUserId = fromUserId;

    public readonly MessageDataType DataType = dataType;

    /// <summary>The value of the JSON protocol's <c>data</c> member, as it stands in the frame.</summary>
    public readonly ReadOnlySpan<byte> Data = data;

    /// <summary>Connection ids that do not get it; null for none.</summary>
    public readonly IReadOnlyCollection<string>? Excluded = excluded;
}
