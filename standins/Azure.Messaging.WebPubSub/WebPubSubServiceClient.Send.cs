using Azure.Core;

namespace Azure.Messaging.WebPubSub;

public partial class WebPubSubServiceClient
{
    public virtual Task<Response> SendToGroupAsync(string group, RequestContent content, ContentType contentType, IEnumerable<string> excluded, RequestContext context) =>
        SendToGroupAsync(group, content, contentType, excluded, filter: null, context);

    public virtual Task<Response> SendToGroupAsync(string group, RequestContent content, ContentType contentType, IEnumerable<string> excluded = null, string filter = null, RequestContext context = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(group);
        var call = Call(RequestMethod.Post, context, 202, "groups", group, ":send");
        foreach (var connectionId in excluded ?? [])
            call.With("excluded", connectionId);
        return call.WithVersion().With("filter", filter).WithBody(content, contentType).SendAsync();
    }

    public virtual Task<Response> SendToGroupAsync(string group, string content, ContentType contentType = default) =>
        SendToGroupAsync(group, Text(content), OrPlainText(contentType), excluded: null, context: null);

    public virtual Task<Response> SendToUserAsync(string userId, RequestContent content, ContentType contentType, RequestContext context) =>
        SendToUserAsync(userId, content, contentType, filter: null, context);

    public virtual Task<Response> SendToUserAsync(string userId, RequestContent content, ContentType contentType, string filter = null, RequestContext context = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        return Call(RequestMethod.Post, context, 202, "users", userId, ":send")
            .WithVersion().With("filter", filter).WithBody(content, contentType).SendAsync();
    }

    public virtual Task<Response> SendToUserAsync(string userId, string content, ContentType contentType = default) =>
        SendToUserAsync(userId, Text(content), OrPlainText(contentType), context: null);

    public virtual Task<Response> SendToConnectionAsync(string connectionId, RequestContent content, ContentType contentType, RequestContext context = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        return Call(RequestMethod.Post, context, 202, "connections", connectionId, ":send")
            .WithVersion().WithBody(content, contentType).SendAsync();
    }

    public virtual Task<Response> SendToConnectionAsync(string connectionId, string content, ContentType contentType = default) =>
        SendToConnectionAsync(connectionId, Text(content), OrPlainText(contentType), context: null);

    private static RequestContent Text(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return RequestContent.Create(content);
    }

    private static ContentType OrPlainText(ContentType contentType) => contentType == default ? ContentType.TextPlain : contentType;
}
