using Chat.Dev.Packages;
using Chat.Dev.Servers;

namespace Chat.Dev.Up;

/// <summary>What <c>up</c> was asked for.</summary>
/// <param name="Port">The first port to try for the application.</param>
/// <param name="Instances">API processes.</param>
/// <param name="Watch">Reload code on change.</param>
/// <param name="Fresh">Throw away all data first.</param>
/// <param name="Postgres">Where Postgres is taken from; null: containers where real packages and an engine are, else npm's.</param>
/// <param name="Packages">The packages to use; null keeps or finds out.</param>
public sealed record UpOptions(int Port, int Instances, bool Watch, bool Fresh, PostgresOrigin? Postgres, PackageWish? Packages);
