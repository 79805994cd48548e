using System.Text.Json.Serialization;
using Chat.Dev.Bench;
using Chat.Dev.Packages;
using Chat.Dev.Up;

namespace Chat.Dev;

/// <summary>The JSON of the files under <c>.local</c> and of <c>--json</c>, serialised without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(PackageDecision))]
[JsonSerializable(typeof(RunningUp))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<BenchFigure>))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<BenchFigure>>))]
internal sealed partial class DevJson : JsonSerializerContext;
