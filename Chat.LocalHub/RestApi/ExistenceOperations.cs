using Chat.LocalHub.Operations;

namespace Chat.LocalHub.RestApi;

/// <summary>Whether something is there.</summary>
internal static class ExistenceOperations
{
    public static async ValueTask<RestResult> ConnectionAsync(RestRequest request) =>
        Answer(await request.Hub.ConnectionExistsAsync(request.Names[0], request.Cancellation));

    public static async ValueTask<RestResult> GroupAsync(RestRequest request) =>
        Answer(await request.Hub.GroupExistsAsync(request.Names[0], request.Cancellation));

    public static async ValueTask<RestResult> UserAsync(RestRequest request) =>
        Answer(await request.Hub.UserExistsAsync(request.Names[0], request.Cancellation));

    private static RestResult Answer(Existence existence) => existence switch
    {
        Existence.Yes => RestResult.Ok,
        Existence.No => RestResult.NotFound,
        _ => RestResult.Incomplete,
    };
}
