using Chat.LocalHub.Operations;

namespace Chat.LocalHub.RestApi;

/// <summary>Closes connections. Closing what is not there succeeds.</summary>
internal static class CloseOperations
{
    public static async ValueTask<RestResult> ConnectionAsync(RestRequest request) =>
        Closed(await request.Hub.CloseConnectionAsync(request.Names[0], request.Reason, request.Cancellation));

    public static async ValueTask<RestResult> UserAsync(RestRequest request) =>
        Closed(await request.Hub.CloseUserConnectionsAsync(request.Names[0], request.Reason, request.Excluded, request.Cancellation));

    public static async ValueTask<RestResult> GroupAsync(RestRequest request) =>
        Closed(await request.Hub.CloseGroupConnectionsAsync(request.Names[0], request.Reason, request.Excluded, request.Cancellation));

    public static async ValueTask<RestResult> AllAsync(RestRequest request) =>
        Closed(await request.Hub.CloseAllConnectionsAsync(request.Reason, request.Excluded, request.Cancellation));

    private static RestResult Closed(Reach reach) => reach.Complete ? RestResult.NoContent : RestResult.Incomplete;
}
