using Npgsql;
using NpgsqlTypes;

namespace Chat.Core.Store;

/// <summary>Positional parameters, typed so that nothing is boxed and every statement is prepared once for one set of types.</summary>
internal static class Parameters
{
    public static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand command, Guid? value)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = value is null ? DBNull.Value : value.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        return command;
    }
}
