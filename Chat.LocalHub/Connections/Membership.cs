namespace Chat.LocalHub.Connections;

/// <summary>One connection in one audience. It knows its slot there, so that leaving costs the same in any audience.</summary>
internal sealed class Membership(Audience audience, Connection connection)
{
    public Audience Audience { get; } = audience;

    public Connection Connection { get; } = connection;

    /// <summary>Index in the audience's list; only the audience touches it, under its lock.</summary>
    public int Slot { get; set; }
}
