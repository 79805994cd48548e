namespace Chat.Core.Messages;

/// <summary>Who said something.</summary>
/// <param name="Id">The user; null for a guest.</param>
/// <param name="Name">The name when it was said.</param>
public sealed record AuthorView(Guid? Id, string Name);

/// <summary>A message as members see it.</summary>
/// <param name="Id">Made by the author's client.</param>
/// <param name="Room">The room.</param>
/// <param name="Seq">The position in the room's log.</param>
/// <param name="Author">Who said it.</param>
/// <param name="Content">As typed.</param>
/// <param name="At">When it was stored.</param>
public sealed record MessageView(Guid Id, Guid Room, long Seq, AuthorView Author, string Content, DateTimeOffset At);

/// <summary>A part of a room's messages, in ascending position.</summary>
/// <param name="Items">The messages.</param>
/// <param name="Epoch">The database's epoch.</param>
/// <param name="HeadSeq">The position of the room's newest fact at the time of reading.</param>
/// <param name="HasBefore">Whether there are messages before the first item.</param>
/// <param name="HasAfter">Whether there are messages after the last item.</param>
public sealed record MessagePage(IReadOnlyList<MessageView> Items, string Epoch, long HeadSeq, bool HasBefore, bool HasAfter);
