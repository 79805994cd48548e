using Azure.Core;

namespace Azure.Messaging.WebPubSub;

public partial class WebPubSubServiceClient
{
    public virtual Task<Response> CloseConnectionAsync(string connectionId, string reason = null, RequestContext context = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        return Call(RequestMethod.Delete, context, 204, "connections", connectionId).With("reason", reason).WithVersion().SendAsync();
    }

    public virtual Task<Response> CloseUserConnectionsAsync(string userId, IEnumerable<string> excluded = null, string reason = null, RequestContext context = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        var call = Call(RequestMethod.Post, context, 204, "users", userId, ":closeConnections");
        foreach (var connectionId in excluded ?? [])
            call.With("excluded", connectionId);
        return call.With("reason", reason).WithVersion().SendAsync();
    }

    public virtual async Task<Response<bool>> ConnectionExistsAsync(string connectionId, RequestContext context = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionId);
        var response = await Call(RequestMethod.Head, context, 200, 404, "connections", connectionId)
            .WithVersion().SendAsync().ConfigureAwait(false);
        return Response.FromValue(response.Status == 200, response);
    }
}
