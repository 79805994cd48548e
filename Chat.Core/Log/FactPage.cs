namespace Chat.Core.Log;

/// <summary>Facts in ascending position without a hole.</summary>
/// <param name="Items">The facts.</param>
/// <param name="Epoch">The database's epoch.</param>
/// <param name="HeadSeq">The position of the room's newest fact at the time of reading.</param>
public sealed record FactPage(IReadOnlyList<LogEntry> Items, string Epoch, long HeadSeq);
