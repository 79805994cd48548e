using Chat.Core.Common;
using Chat.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Chat.Core.Accounts;

/// <summary>Reads accounts.</summary>
public sealed class AccountQueries(ChatDb db)
{
    /// <summary>A user, or <see cref="Errors.AuthRequired"/> when the account is gone while its token still lives.</summary>
    public async Task<Result<UserView>> GetAsync(Guid userId, CancellationToken cancellation)
    {
        var found = await db.Users.Where(user => user.Id == userId)
            .Select(user => new UserView(user.Id, user.Username, user.DisplayName))
            .SingleOrDefaultAsync(cancellation);
        return found is null ? Errors.AuthRequired : found;
    }
}
