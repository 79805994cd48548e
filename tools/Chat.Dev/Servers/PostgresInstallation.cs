namespace Chat.Dev.Servers;

/// <summary>Postgres programs on this machine.</summary>
/// <param name="Bin">The folder with <c>postgres</c> and <c>initdb</c>.</param>
/// <param name="Version">For people and for folder names, <c>18.4</c>.</param>
/// <param name="Origin">For people: where it comes from.</param>
public sealed record PostgresInstallation(string Bin, string Version, string Origin)
{
    /// <summary>The major version: a data folder of one does not open under another.</summary>
    public int Major => int.Parse(Version.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The path of one of its programs.</summary>
    public string Program(string name) => Path.Combine(Bin, name);
}
