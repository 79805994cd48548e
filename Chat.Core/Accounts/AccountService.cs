using Chat.Core.Common;
using Chat.Core.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chat.Core.Accounts;

/// <summary>Makes accounts, and opens, continues and ends sessions.</summary>
public sealed class AccountService
{
    private readonly ChatDb _db;
    private readonly IPasswordHashing _passwords;
    private readonly RefreshTokens _tokens;
    private readonly AuthOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Made per request.</summary>
    public AccountService(
        ChatDb db, IPasswordHashing passwords, RefreshTokens tokens, IOptions<AuthOptions> options, TimeProvider clock)
    {
        (_db, _passwords, _tokens, _options, _clock) = (db, passwords, tokens, options.Value, clock);
    }

    /// <summary>Makes an account and signs it in. The shape of the names and the password has been checked (<see cref="AccountRules"/>).</summary>
    /// <returns>The session, or <see cref="Errors.UsernameTaken"/>.</returns>
    public async Task<Result<SignedIn>> RegisterAsync(
        string username, string password, string? displayName, string? device, CancellationToken cancellation)
    {
        var key = AccountRules.UsernameKey(username);
        if (await _db.Users.AnyAsync(user => user.UsernameKey == key, cancellation)) return Errors.UsernameTaken;

        var user = new User
        {
            Id = Ids.New(_clock),
            Username = username,
            UsernameKey = key,
            DisplayName = string.IsNullOrWhiteSpace(displayName) ? username : displayName.Trim(),
            PasswordHash = _passwords.Hash(password),
            CreatedAt = _clock.GetUtcNow(),
        };
        _db.Users.Add(user);
        var session = OpenSession(user, device);
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.Violates("users_username_key"))
        {
            return Errors.UsernameTaken;
        }

        return SignedIn(user, session);
    }

    /// <summary>Opens a session. An unknown name takes as long as a wrong password.</summary>
    /// <returns>The session, or <see cref="Errors.AuthCredentials"/>.</returns>
    public async Task<Result<SignedIn>> LoginAsync(string username, string password, string? device, CancellationToken cancellation)
    {
        var key = AccountRules.UsernameKey(username);
        var user = await _db.Users.SingleOrDefaultAsync(user => user.UsernameKey == key, cancellation);
        var verdict = Verify(user?.PasswordHash, password);
        if (user is null || verdict == PasswordVerdict.Wrong) return Errors.AuthCredentials;

        if (verdict == PasswordVerdict.RightButOld) user.PasswordHash = _passwords.Hash(password);
        var session = OpenSession(user, device);
        await _db.SaveChangesAsync(cancellation);
        return SignedIn(user, session);
    }

    /// <summary>
    /// Replaces a refresh token. Of any number of parallel callers one replaces it and the others get the same successor; a token
    /// replaced longer ago than the grace time is a replay, and ends the session.
    /// </summary>
    /// <returns>The session with its new token, or <see cref="Errors.AuthRefresh"/>.</returns>
    public async Task<Result<SignedIn>> RefreshAsync(string? refreshToken, CancellationToken cancellation)
    {
        if (!_tokens.TryRead(refreshToken, out var sessionId, out var generation)) return Errors.AuthRefresh;

        var now = _clock.GetUtcNow();
        await _db.Sessions
            .Where(session => session.Id == sessionId && session.Generation == generation
                && session.EndedAt == null && session.ExpiresAt > now)
            .ExecuteUpdateAsync(
                update => update
                    .SetProperty(session => session.Generation, generation + 1)
                    .SetProperty(session => session.RotatedAt, now)
                    .SetProperty(session => session.ExpiresAt, now + _options.RefreshLifetime),
                cancellation);

        var found = await _db.Sessions.AsNoTracking()
            .Where(session => session.Id == sessionId && session.EndedAt == null && session.ExpiresAt > now)
            .Join(_db.Users, session => session.UserId, user => user.Id, (session, user) => new { session, user })
            .SingleOrDefaultAsync(cancellation);
        if (found is null) return Errors.AuthRefresh;

        var replacedJustNow = found.session.Generation == generation + 1 && now - found.session.RotatedAt <= _options.RefreshGrace;
        if (!replacedJustNow)
        {
            await EndSessionAsync(sessionId, cancellation);
            return Errors.AuthRefresh;
        }

        return SignedIn(found.user, found.session);
    }

    /// <summary>Ends the session of a refresh token; an unknown token ends nothing and is no failure.</summary>
    public async Task LogoutAsync(string? refreshToken, CancellationToken cancellation)
    {
        if (_tokens.TryRead(refreshToken, out var sessionId, out _)) await EndSessionAsync(sessionId, cancellation);
    }

    /// <summary>Ends a session. Ending it again changes nothing.</summary>
    public async Task EndSessionAsync(Guid sessionId, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        await _db.Sessions
            .Where(session => session.Id == sessionId && session.EndedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(session => session.EndedAt, now), cancellation);
    }

    private Session OpenSession(User user, string? device)
    {
        var now = _clock.GetUtcNow();
        var session = new Session
        {
            Id = Ids.New(_clock),
            UserId = user.Id,
            Device = device,
            Generation = 1,
            RotatedAt = now,
            CreatedAt = now,
            ExpiresAt = now + _options.RefreshLifetime,
        };
        _db.Sessions.Add(session);
        return session;
    }

    private SignedIn SignedIn(User user, Session session) => new(
        new UserView(user.Id, user.Username, user.DisplayName),
        session.Id,
        _tokens.Issue(session.Id, session.Generation),
        session.ExpiresAt);

    // Without a hash to compare with, one is computed all the same: the time must not tell whether the name exists.
    private PasswordVerdict Verify(string? hash, string password)
    {
        if (hash is not null) return _passwords.Verify(hash, password);
        _passwords.Hash(password);
        return PasswordVerdict.Wrong;
    }
}
