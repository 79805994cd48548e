using Microsoft.Extensions.Options;

namespace Chat.Api.Transport;

/// <summary>What the attributes of <see cref="RealtimeOptions"/> cannot say: the service can be reached, and its events can be told from forged ones.</summary>
internal sealed class RealtimeOptionsCheck(IConfiguration configuration) : IValidateOptions<RealtimeOptions>
{
    public ValidateOptionsResult Validate(string? name, RealtimeOptions options)
    {
        if (options.Transport != RealtimeTransport.AzureWebPubSub) return ValidateOptionsResult.Success;

        var text = options.ConnectionString ?? configuration.GetConnectionString(RealtimeOptions.ConnectionName);
        if (string.IsNullOrEmpty(text)) return Fail($"{nameof(options.ConnectionString)}, or the connection string '{RealtimeOptions.ConnectionName}', is required");

        try
        {
            var service = ServiceConnection.Parse(text);
            if (service.Hub is { } hub && !hub.Equals(options.Hub, StringComparison.OrdinalIgnoreCase))
                return Fail($"the connection string names the hub '{hub}', {nameof(options.Hub)} is '{options.Hub}'");
            if (service.AccessKey is null && options.UpstreamCode is null)
                return Fail($"without an access key {nameof(options.UpstreamCode)} is required: nothing else tells the service's events from forged ones");
            return ValidateOptionsResult.Success;
        }
        catch (FormatException malformed)
        {
            return Fail(malformed.Message);
        }
    }

    private static ValidateOptionsResult Fail(string why) => ValidateOptionsResult.Fail($"{RealtimeOptions.Section}: {why}.");
}
