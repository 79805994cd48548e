using Azure.Core;

namespace Azure.Messaging.WebPubSub;

public partial class WebPubSubServiceClientOptions : ClientOptions
{
    public WebPubSubServiceClientOptions(ServiceVersion version = ServiceVersion.V2024_12_01) => Version = version switch
    {
        ServiceVersion.V2021_10_01 => "2021-10-01",
        ServiceVersion.V2024_01_01 => "2024-01-01",
        ServiceVersion.V2024_12_01 => "2024-12-01",
        _ => throw new NotSupportedException(),
    };

    public enum ServiceVersion
    {
        V2021_10_01 = 1,
        V2024_01_01 = 2,
        V2024_12_01 = 3,
    }

    internal string Version { get; }
}
