using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Messaging.WebPubSub;

public partial class WebPubSubServiceClient
{
    private RestCall Call(RequestMethod method, RequestContext context, int expected, params ReadOnlySpan<string> path) =>
        Call(method, context, expected, expected, path);

    private RestCall Call(RequestMethod method, RequestContext context, int expected, int alsoExpected, params ReadOnlySpan<string> path)
    {
        var message = Pipeline.CreateMessage(context, new StatusCodeClassifier([(ushort)expected, (ushort)alsoExpected]));
        message.Request.Method = method;
        message.Request.Uri.Reset(Endpoint);
        message.Request.Uri.AppendPath("/api/hubs/", escape: false);
        message.Request.Uri.AppendPath(Hub, escape: true);
        foreach (var segment in path)
        {
            message.Request.Uri.AppendPath("/", escape: false);
            message.Request.Uri.AppendPath(segment, escape: !segment.StartsWith(':'));
        }

        return new RestCall(Pipeline, message, context, _apiVersion);
    }

    /// <summary>One request on its way; the order of the query's parts is the real client's.</summary>
    private sealed class RestCall(HttpPipeline pipeline, HttpMessage message, RequestContext context, string apiVersion)
    {
        public RestCall With(string name, string value)
        {
            if (value is not null)
                message.Request.Uri.AppendQuery(name, value, escapeValue: true);
            return this;
        }

        public RestCall WithVersion() => With("api-version", apiVersion);

        public RestCall WithBody(RequestContent content, ContentType contentType)
        {
            ArgumentNullException.ThrowIfNull(content);
            message.Request.Headers.Add("Content-Type", contentType.ToString());
            message.Request.Content = content;
            return this;
        }

        public async Task<Response> SendAsync()
        {
            using (message)
            {
                if (message.Request.Method != RequestMethod.Head)
                    message.Request.Headers.Add("Accept", "application/json");
                await pipeline.SendAsync(message, context?.CancellationToken ?? default).ConfigureAwait(false);
                return message.Response.IsError && context?.ErrorOptions != ErrorOptions.NoThrow
                    ? throw new RequestFailedException(message.Response)
                    : message.Response;
            }
        }
    }
}
