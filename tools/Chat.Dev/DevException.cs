namespace Chat.Dev;

/// <summary>Something that <c>dev.cs</c> cannot do here, said so that the reader knows what to do about it. Printed without a stack trace; exit code 1.</summary>
/// <param name="message">What is wrong and what to do, for people.</param>
public sealed class DevException(string message) : Exception(message);
