namespace Chat.Core.Accounts;

/// <summary>
/// One sign-in on one device. Its refresh token is replaced at each use; <see cref="Generation"/> counts the replacements, and the
/// token itself is not stored (<see cref="RefreshTokens"/>).
/// </summary>
public sealed class Session
{
    /// <summary>The <c>sid</c> of its access tokens.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid UserId { get; init; }

    /// <summary>What the client called itself; null when it did not say.</summary>
    public string? Device { get; init; }

    /// <summary>The number of the refresh token that is valid now.</summary>
    public required int Generation { get; set; }

    /// <summary>When the generation before this one was replaced.</summary>
    public required DateTimeOffset RotatedAt { get; set; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its refresh token stops working; pushed on at each use.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was ended, by logout or because a replaced refresh token came back; null while it lives.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
