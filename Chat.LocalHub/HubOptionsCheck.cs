using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Chat.LocalHub;

/// <summary>Stops a host whose settings cannot work, with all reasons at once.</summary>
internal sealed partial class HubOptionsCheck : IValidateOptions<HubOptions>
{
    private const int MinKeyLength = 32;

    public ValidateOptionsResult Validate(string? name, HubOptions options)
    {
        var problems = Problems(options).ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(HubOptions options)
    {
        if (!HubName().IsMatch(options.Hub))
            yield return "Hub: must begin with a letter and have at most 128 of letters, digits and _ ` , . [ ]";
        if (options.Endpoint is not null && options.Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return "Endpoint: must be an absolute http or https address";
        if (options.AccessKey.Length < MinKeyLength)
            yield return $"AccessKey: must have at least {MinKeyLength} characters";
        if (options.SecondaryAccessKey is { Length: > 0 and < MinKeyLength })
            yield return $"SecondaryAccessKey: must have at least {MinKeyLength} characters, or be left out";
        if (options.MaxConnections < 0)
            yield return "MaxConnections: must not be negative";
        if (options.MaxMessageBytes is < 1024 or > 16 * 1024 * 1024)
            yield return "MaxMessageBytes: must be 1 KiB to 16 MiB";
        if (options.OutboundBytes < 4096)
            yield return "OutboundBytes: must be at least 4096";
        if (options.PendingEvents < 1)
            yield return "PendingEvents: must be at least 1";
        if (options.IdleTimeout <= options.PingInterval)
            yield return "IdleTimeout: must be more than PingInterval, or every quiet client is cut";
        if (new[] { options.OutboundAge, options.PingInterval, options.AliveInterval, options.CloseTimeout, options.StopTimeout }.Any(time => time <= TimeSpan.Zero))
            yield return "OutboundAge, PingInterval, AliveInterval, CloseTimeout, StopTimeout: must be more than zero";
        if (options.Backplane.Shards is < 1 or > 4096)
            yield return "Backplane:Shards: must be 1 to 4096";
        if (options.Backplane.Prefix.Length == 0)
            yield return "Backplane:Prefix: must not be empty";
        if (options.Backplane.CallTimeout <= TimeSpan.Zero || options.Backplane.HelloInterval <= TimeSpan.Zero)
            yield return "Backplane:CallTimeout, Backplane:HelloInterval: must be more than zero";
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_`,.[\]]{0,127}\z")]
    private static partial Regex HubName();
}
