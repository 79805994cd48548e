using Azure.Core;

namespace Azure.Messaging.WebPubSub;

public partial class WebPubSubServiceClient
{
    public virtual Task<Response> AddUserToGroupAsync(string group, string userId, RequestContext context = null) =>
        MemberAsync(RequestMethod.Put, 200, "users", userId, "groups", group, context);

    public virtual Task<Response> RemoveUserFromGroupAsync(string group, string userId, RequestContext context = null) =>
        MemberAsync(RequestMethod.Delete, 204, "users", userId, "groups", group, context);

    public virtual Task<Response> AddConnectionToGroupAsync(string group, string connectionId, RequestContext context = null) =>
        MemberAsync(RequestMethod.Put, 200, "groups", group, "connections", connectionId, context);

    public virtual Task<Response> RemoveConnectionFromGroupAsync(string group, string connectionId, RequestContext context = null) =>
        MemberAsync(RequestMethod.Delete, 204, "groups", group, "connections", connectionId, context);

    private Task<Response> MemberAsync(
        RequestMethod method, int expected, string outer, string outerName, string inner, string innerName, RequestContext context)
    {
        ArgumentException.ThrowIfNullOrEmpty(outerName);
        ArgumentException.ThrowIfNullOrEmpty(innerName);
        return Call(method, context, expected, outer, outerName, inner, innerName).WithVersion().SendAsync();
    }
}
