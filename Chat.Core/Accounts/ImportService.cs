using Chat.Core.Common;
using Chat.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Chat.Core.Accounts;

/// <summary>Makes the accounts of speakers whose words are brought in from elsewhere. They have no password and cannot sign in.</summary>
public sealed class ImportService(ChatDb db, TimeProvider clock)
{
    /// <summary>The users of these names, made where there are none; one per name as compared, in no particular order.</summary>
    /// <param name="usernames">Valid user names (<see cref="AccountRules.IsUsername"/>).</param>
    /// <param name="cancellation">Stops it; what was made stays.</param>
    public async Task<IReadOnlyList<UserView>> EnsureSpeakersAsync(IReadOnlyCollection<string> usernames, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var names = usernames.DistinctBy(AccountRules.UsernameKey).ToArray();
        var keys = names.Select(AccountRules.UsernameKey).ToArray();
        var ids = names.Select(_ => Ids.New(clock)).ToArray();

        // ON CONFLICT, because two imports may bring the same speaker at the same time.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO users (id, username, username_key, display_name, created_at)
            SELECT new.id, new.username, new.key, new.username, {now} FROM unnest({ids}, {names}, {keys}) AS new (id, username, key)
            ON CONFLICT (username_key) DO NOTHING
            """,
            cancellation);

        return await db.Users.Where(user => keys.Contains(user.UsernameKey))
            .Select(user => new UserView(user.Id, user.Username, user.DisplayName))
            .ToListAsync(cancellation);
    }
}
