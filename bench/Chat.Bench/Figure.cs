using System.Text.Json.Serialization;

namespace Chat.Bench;

/// <summary>One measured figure.</summary>
/// <param name="What">What was measured, for people.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Ratio">To the peer of the same run; null where there is none. Ratios travel between machines, values do not.</param>
internal sealed record Figure(string What, double Value, string Unit, double? Ratio = null);

/// <summary>What is measured, and for how long each.</summary>
/// <param name="Api">An instance without limits of sending.</param>
/// <param name="Postgres">Its database server, for the peer.</param>
/// <param name="Duration">Of each measurement, after a warm-up of a quarter of it.</param>
internal sealed record BenchTarget(Uri Api, string Postgres, TimeSpan Duration);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<Figure>))]
internal sealed partial class FigureJson : JsonSerializerContext;
