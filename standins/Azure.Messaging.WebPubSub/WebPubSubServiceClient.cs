// Stands in for Azure.Messaging.WebPubSub 1.7: the service client's asynchronous calls that the product makes, over the real
// Azure.Core pipeline (retries, RequestFailedException, credentials), with the same paths, queries and tokens on the wire.
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Messaging.WebPubSub;

public partial class WebPubSubServiceClient
{
    private readonly AzureKeyCredential _credential;
    private readonly TokenCredential _tokenCredential;
    private readonly string _apiVersion;

    protected WebPubSubServiceClient()
    {
    }

    public WebPubSubServiceClient(string connectionString, string hub)
        : this(connectionString, hub, new WebPubSubServiceClientOptions())
    {
    }

    public WebPubSubServiceClient(string connectionString, string hub, WebPubSubServiceClientOptions options)
        : this(ConnectionString.Parse(connectionString), hub, options)
    {
    }

    public WebPubSubServiceClient(Uri endpoint, string hub, AzureKeyCredential credential)
        : this(endpoint, hub, credential, new WebPubSubServiceClientOptions())
    {
    }

    public WebPubSubServiceClient(Uri endpoint, string hub, AzureKeyCredential credential, WebPubSubServiceClientOptions options)
        : this(endpoint, hub, options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        _credential = credential;
        Pipeline = HttpPipelineBuilder.Build(options, new AccessKeyPolicy(credential));
    }

    public WebPubSubServiceClient(Uri endpoint, string hub, TokenCredential credential)
        : this(endpoint, hub, credential, new WebPubSubServiceClientOptions())
    {
    }

    public WebPubSubServiceClient(Uri endpoint, string hub, TokenCredential credential, WebPubSubServiceClientOptions options)
        : this(endpoint, hub, options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        _tokenCredential = credential;
        Pipeline = HttpPipelineBuilder.Build(
            options, new BearerTokenAuthenticationPolicy(credential, "https://webpubsub.azure.com/.default"));
    }

    private WebPubSubServiceClient(ConnectionString parsed, string hub, WebPubSubServiceClientOptions options)
        : this(parsed.Endpoint, hub, new AzureKeyCredential(parsed.AccessKey), options)
    {
    }

    private WebPubSubServiceClient(Uri endpoint, string hub, WebPubSubServiceClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(hub);
        Endpoint = endpoint;
        Hub = hub;
        _apiVersion = options.Version;
    }

    public virtual Uri Endpoint { get; }

    public virtual string Hub { get; }

    public virtual HttpPipeline Pipeline { get; }
}
