namespace Chat.Dev.Replay.Irc;

/// <summary>One line of an IRC log.</summary>
/// <param name="Number">From 1.</param>
public abstract record IrcLine(int Number);

/// <summary>Somebody said something.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Nick">Who.</param>
/// <param name="Text">As typed, with its spaces and control characters; an action keeps its <c>/me</c>.</param>
public sealed record Said(int Number, string Nick, string Text) : IrcLine(Number);

/// <summary>Somebody came in.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Nick">Who.</param>
public sealed record Joined(int Number, string Nick) : IrcLine(Number);

/// <summary>Somebody went, by will or not.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Nick">Who.</param>
public sealed record Left(int Number, string Nick) : IrcLine(Number);

/// <summary>Somebody goes by another name now.</summary>
/// <param name="Number">From 1.</param>
/// <param name="From">The name until now.</param>
/// <param name="To">The name from now on.</param>
public sealed record Renamed(int Number, string From, string To) : IrcLine(Number);

/// <summary>A line that a room has no place for.</summary>
/// <param name="Number">From 1.</param>
/// <param name="What">"mode", "topic", or "other" for what is not of this format.</param>
public sealed record Skipped(int Number, string What) : IrcLine(Number);
