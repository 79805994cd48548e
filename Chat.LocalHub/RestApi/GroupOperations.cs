using Chat.LocalHub.Operations;

namespace Chat.LocalHub.RestApi;

/// <summary>Who is in which group.</summary>
internal static class GroupOperations
{
    private const int MaxPage = 200;

    public static async ValueTask<RestResult> AddConnectionAsync(RestRequest request)
    {
        var reach = await request.Hub.AddConnectionToGroupAsync(request.Names[1], request.Names[0], request.Cancellation);
        return reach switch { { Connections: > 0 } => RestResult.Ok, { Complete: true } => RestResult.NoConnection, _ => RestResult.Incomplete };
    }

    public static async ValueTask<RestResult> RemoveConnectionAsync(RestRequest request) =>
        Removed(await request.Hub.RemoveConnectionFromGroupAsync(request.Names[1], request.Names[0], request.Cancellation));

    public static async ValueTask<RestResult> RemoveConnectionFromAllAsync(RestRequest request) =>
        Removed(await request.Hub.RemoveConnectionFromAllGroupsAsync(request.Names[0], request.Cancellation));

    public static async ValueTask<RestResult> AddUserAsync(RestRequest request)
    {
        var reach = await request.Hub.AddUserToGroupAsync(request.Names[0], request.Names[1], request.Cancellation);
        return reach.Complete ? RestResult.Ok : RestResult.Incomplete;
    }

    public static async ValueTask<RestResult> RemoveUserAsync(RestRequest request) =>
        Removed(await request.Hub.RemoveUserFromGroupAsync(request.Names[0], request.Names[1], request.Cancellation));

    public static async ValueTask<RestResult> RemoveUserFromAllAsync(RestRequest request) =>
        Removed(await request.Hub.RemoveUserFromAllGroupsAsync(request.Names[0], request.Cancellation));

    /// <summary>A page is the connections after the token's id, so that pages stay right while members come and go.</summary>
    public static async ValueTask<RestResult> ListAsync(RestRequest request)
    {
        if (request.TryGetNumber("maxpagesize", 1, MaxPage, MaxPage, out var pageSize) is { } badSize)
            return badSize;
        if (request.TryGetNumber("top", 1, int.MaxValue, int.MaxValue, out var top) is { } badTop)
            return badTop;

        var limit = Math.Min(pageSize, top);
        var page = await request.Hub.ListGroupAsync(request.Names[0], request.Query("continuationToken").ToString(), limit, request.Cancellation);
        if (!page.Complete)
            return RestResult.Incomplete;

        var next = page.Members.Count == pageSize && top > pageSize ? NextLink(request, page, pageSize, top) : null;
        return RestResult.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("value");
            foreach (var member in page.Members)
            {
                json.WriteStartObject();
                json.WriteString("connectionId", member.ConnectionId);
                if (member.UserId is not null)
                    json.WriteString("userId", member.UserId);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (next is not null)
                json.WriteString("nextLink", next);
            json.WriteEndObject();
        });
    }

    private static RestResult Removed(Reach reach) => reach.Complete ? RestResult.NoContent : RestResult.Incomplete;

    private static string NextLink(RestRequest request, MemberPage page, int pageSize, int top)
    {
        var http = request.Context.Request;
        var endpoint = request.Options.Endpoint?.GetLeftPart(UriPartial.Authority) ?? $"{http.Scheme}://{http.Host}";
        var rest = top == int.MaxValue ? "" : $"&top={top - pageSize}";
        var version = request.Query("api-version") is { Count: > 0 } given ? $"&api-version={given}" : "";
        return $"{endpoint}{RawPath.Of(request.Context)}?maxpagesize={pageSize}{rest}{version}&continuationToken={page.Members[^1].ConnectionId}";
    }
}
