// Stands in for Aspire.Hosting.Azure.WebPubSub 13.5.2: the service exists only in publish mode, which the stand-in does not have.

using Aspire.Hosting.ApplicationModel;
using Azure.Provisioning.Primitives;
using Azure.Provisioning.WebPubSub;

namespace Aspire.Hosting
{
    public static class AzureWebPubSubExtensions
    {
        public static IResourceBuilder<AzureWebPubSubResource> AddAzureWebPubSub(this IDistributedApplicationBuilder builder, string name) =>
            throw StandIn.DoesNotPublish();

        public static IResourceBuilder<AzureWebPubSubHubResource> AddHub(
            this IResourceBuilder<AzureWebPubSubResource> builder, string name, string? hubName = null) =>
            throw StandIn.DoesNotPublish();

        public static IResourceBuilder<AzureWebPubSubHubResource> AddEventHandler(
            this IResourceBuilder<AzureWebPubSubHubResource> builder,
            ReferenceExpression.ExpressionInterpolatedStringHandler urlTemplateExpression,
            string userEventPattern = "*",
            string[]? systemEvents = null,
            UpstreamAuthSettings? authSettings = null) =>
            throw StandIn.DoesNotPublish();
    }
}

namespace Azure.Provisioning.WebPubSub
{
    /// <summary>Of Azure.Provisioning.WebPubSub 1.1.0, for the signature above.</summary>
    public class UpstreamAuthSettings : ProvisionableConstruct
    {
        public UpstreamAuthSettings() => throw Aspire.Hosting.StandIn.DoesNotPublish();
    }
}
