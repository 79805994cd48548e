using Chat.Core.Messages;
using Npgsql;

namespace Chat.Core.Log;

/// <summary>Reads the columns that the log's statements return.</summary>
internal static class LogRow
{
    /// <summary>room_id, seq, at, kind, id, author_id, author_name, content, subject_id, data.</summary>
    public static LogEntry ReadEntry(NpgsqlDataReader reader) =>
        new(reader.GetGuid(0), reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3))
        {
            MessageId = reader.IsDBNull(4) ? null : reader.GetGuid(4),
            AuthorId = reader.IsDBNull(5) ? null : reader.GetGuid(5),
            AuthorName = reader.IsDBNull(6) ? null : reader.GetString(6),
            Content = reader.IsDBNull(7) ? null : reader.GetString(7),
            SubjectId = reader.IsDBNull(8) ? null : reader.GetGuid(8),
            Data = reader.IsDBNull(9) ? null : reader.GetString(9),
        };

    /// <summary>room_id, seq, at, id, author_id, author_name, content.</summary>
    public static MessageView ReadMessage(NpgsqlDataReader reader) =>
        new(
            reader.GetGuid(3),
            reader.GetGuid(0),
            reader.GetInt64(1),
            new AuthorView(reader.IsDBNull(4) ? null : reader.GetGuid(4), reader.GetString(5)),
            reader.GetString(6),
            reader.GetFieldValue<DateTimeOffset>(2));
}
