using System.Net;
using System.Security.Cryptography;

namespace Chat.Api.PlainSockets;

/// <summary>Who is at the other end of a plain socket.</summary>
/// <param name="Origin">What its rate is counted for: the address it comes from.</param>
/// <param name="Name">What it is called when it does not say.</param>
internal sealed record Guest(string Origin, string Name)
{
    private const int NameLength = 64;

    public static Guest From(IPAddress? address, bool showAddress)
    {
        var origin = Plain(address)?.ToString() ?? "unknown";
        return new Guest(origin, showAddress ? $"User_{origin}" : $"Guest-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
    }

    /// <summary>The name to show for a line: the one it carries, cut to what fits, or the guest's own.</summary>
    public string NameFor(LineIn line)
    {
        var given = line.Author?.Trim() ?? "";
        if (given.Length == 0 || given.Any(char.IsControl)) return Name;
        return given.Length <= NameLength ? given : given[..NameLength];
    }

    // An IPv4 address that came over an IPv6 socket is written as people know it.
    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
