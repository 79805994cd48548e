namespace Chat.Core.Accounts;

/// <summary>A user with a live session and the refresh token that continues it.</summary>
/// <param name="User">Who.</param>
/// <param name="SessionId">The session.</param>
/// <param name="RefreshToken">Secret. Replaced at its next use.</param>
/// <param name="RefreshExpiresAt">When it stops working.</param>
public sealed record SignedIn(UserView User, Guid SessionId, string RefreshToken, DateTimeOffset RefreshExpiresAt);

/// <summary>What others may see of a user.</summary>
/// <param name="Id">The user.</param>
/// <param name="Username">As typed at registration.</param>
/// <param name="DisplayName">The name to show.</param>
public sealed record UserView(Guid Id, string Username, string DisplayName);
