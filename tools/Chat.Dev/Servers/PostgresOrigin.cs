namespace Chat.Dev.Servers;

/// <summary>Where Postgres is taken from.</summary>
public enum PostgresOrigin
{
    /// <summary>The npm package: the same version everywhere.</summary>
    Npm,

    /// <summary>The machine's own.</summary>
    Machine,
}
