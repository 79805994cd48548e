using System.ComponentModel.DataAnnotations;

namespace Chat.Core.Presence;

/// <summary>Section <c>Chat:Presence</c>.</summary>
public sealed record PresenceOptions
{
    /// <summary>Where these options are in the configuration.</summary>
    public const string Section = "Chat:Presence";

    /// <summary>
    /// How long a lease lives without renewal; default 45 s. A crash shows somebody online for at most this long, so it is the
    /// price of three lost renewals.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How often a holder renews its leases; default 15 s. At most half of <see cref="Lease"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan Renewal { get; init; } = TimeSpan.FromSeconds(15);
}
