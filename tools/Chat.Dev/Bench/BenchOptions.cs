using Chat.Dev.Packages;

namespace Chat.Dev.Bench;

/// <summary>What was asked for.</summary>
/// <param name="Suites">Known ones.</param>
/// <param name="Json">Where the figures go as well; null for nowhere.</param>
/// <param name="Seconds">How long each measurement lasts.</param>
/// <param name="Packages">Which packages to build against; null keeps the choice.</param>
internal sealed record BenchOptions(IReadOnlyList<string> Suites, FileInfo? Json, int Seconds, PackageWish? Packages);

/// <summary>A figure as the load program prints it.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Ratio">To the peer of the same run; null where there is none.</param>
internal sealed record BenchFigure(string What, double Value, string Unit, double? Ratio);
