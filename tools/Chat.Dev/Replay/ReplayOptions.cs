namespace Chat.Dev.Replay;

/// <summary>What <c>replay</c> was asked for.</summary>
/// <param name="Files">The logs.</param>
/// <param name="Addresses">Base addresses of API instances; every one serves every room.</param>
/// <param name="AdminToken">An administrator's access token; null signs in as the one that <c>up</c> made.</param>
/// <param name="LinesPerSecond">Per log; 0 is as fast as possible.</param>
/// <param name="SendNothing">Only compares what is stored.</param>
public sealed record ReplayOptions(
    IReadOnlyList<FileInfo> Files, IReadOnlyList<Uri> Addresses, string? AdminToken, int LinesPerSecond, bool SendNothing);
