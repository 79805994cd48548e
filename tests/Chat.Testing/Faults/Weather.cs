namespace Chat.Testing.Faults;

/// <summary>What a <see cref="TcpProxy"/> does to bytes in both directions.</summary>
public sealed record Weather
{
    /// <summary>How long each piece waits before it goes on.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Bytes a second and direction; 0 is no limit.</summary>
    public int BytesPerSecond { get; init; }

    /// <summary>Nothing comes through and nobody is told, until it is false again; then what waited goes on, as after a cable was out.</summary>
    public bool BlackHole { get; init; }
}
