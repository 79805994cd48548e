using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Chat.Core.Store;

/// <summary>Reads what a database error means.</summary>
internal static class DbErrors
{
    /// <summary>Whether a save broke the named unique constraint or index.</summary>
    public static bool Violates(this DbUpdateException exception, string constraint) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } error
        && error.ConstraintName == constraint;
}
