using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Chat.Core.Store;

/// <summary>How every host sets up <see cref="ChatDb"/>, beside naming the database.</summary>
public static class ChatDbOptions
{
    /// <summary>Applies what is the same everywhere.</summary>
    public static void Configure(DbContextOptionsBuilder options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // Migrations are written by hand and have no snapshot to compare the model with; a test compares the schemas instead.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }
}
