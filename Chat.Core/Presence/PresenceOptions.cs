using System.ComponentModel.DataAnnotations;

namespace Chat.Core.Presence;

/// <summary>Section <c>Chat:Presence</c>.</summary>
public sealed record PresenceOptions
{
    /// <summary>Where these options are in the configuration.</summary>
    public const string Section = "Chat:Presence";

    /// <summary>
    /// How long a lease lives after the connection was last heard; default 45 s, three rounds of the hub's renewals. A crash shows
    /// somebody online for at most this long.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(45);
}
