namespace Chat.Core.Common;

/// <summary>A part of a list that is read by cursor.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">In the list's own order.</param>
/// <param name="Next">What to pass for the next part; null at the end. Opaque to clients.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
