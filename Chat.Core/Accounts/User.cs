namespace Chat.Core.Accounts;

/// <summary>Somebody who can sign in, or an imported speaker who cannot.</summary>
public sealed class User
{
    /// <summary>The id for life.</summary>
    public required Guid Id { get; init; }

    /// <summary>As it was typed at registration; compared by <see cref="UsernameKey"/>.</summary>
    public required string Username { get; init; }

    /// <summary>The user name in lower case: what is unique.</summary>
    public required string UsernameKey { get; init; }

    /// <summary>The name that others see.</summary>
    public required string DisplayName { get; set; }

    /// <summary>The hashed password with its parameters; null for an imported speaker, who has none.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>When the account was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
