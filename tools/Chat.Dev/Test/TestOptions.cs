using Chat.Dev.Packages;
using Chat.Dev.Servers;

namespace Chat.Dev.Test;

/// <summary>What <c>test</c> was asked for.</summary>
/// <param name="Parts">The parts to run; all when empty.</param>
/// <param name="Postgres">Where Postgres is taken from.</param>
/// <param name="Packages">The packages to use; null keeps or finds out.</param>
public sealed record TestOptions(IReadOnlyList<string> Parts, PostgresOrigin Postgres, PackageWish? Packages);
