using System.Text;
using Chat.Core.Common;

namespace Chat.Core.Messages;

/// <summary>What a message may hold (docs/protocol.md MS2).</summary>
public static class MessageRules
{
    /// <summary>Checks the content; null when it is good.</summary>
    /// <param name="content">As typed.</param>
    /// <param name="maxBytes">The limit in bytes of UTF-8.</param>
    public static Error? Check(string? content, int maxBytes)
    {
        if (string.IsNullOrWhiteSpace(content)) return Errors.MessageEmpty;
        // U+0000: Postgres cannot store it. A lone surrogate is no text: it would come back as something else.
        if (content.Contains('\0', StringComparison.Ordinal) || !IsText(content)) return Errors.MessageNotText;
        return Encoding.UTF8.GetByteCount(content) > maxBytes ? Errors.MessageTooLarge(maxBytes) : null;
    }

    private static bool IsText(string content)
    {
        for (var i = 0; i < content.Length; i++)
        {
            if (!char.IsSurrogate(content[i])) continue;
            if (!char.IsHighSurrogate(content[i]) || ++i == content.Length || !char.IsLowSurrogate(content[i])) return false;
        }

        return true;
    }
}
