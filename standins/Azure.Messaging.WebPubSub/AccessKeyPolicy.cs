using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Messaging.WebPubSub;

/// <summary>Signs each request, retries too, with the access key: audience is the whole address with its query.</summary>
internal sealed class AccessKeyPolicy(AzureKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var token = new Jwt().Sign(credential.Key, message.Request.Uri.ToUri().AbsoluteUri, DateTimeOffset.UtcNow.AddMinutes(5));
        message.Request.Headers.SetValue("Authorization", $"Bearer {token}");
    }
}
