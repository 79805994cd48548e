namespace Chat.LocalHub.RestApi;

/// <summary>Sends. Each is accepted whether or not anybody is there.</summary>
internal static class SendOperations
{
    private const int MaxTtlSeconds = 300;

    public static ValueTask<RestResult> ToAllAsync(RestRequest request) =>
        SendAsync(request, message => request.Hub.SendToAll(message, request.Excluded));

    public static ValueTask<RestResult> ToGroupAsync(RestRequest request) =>
        SendAsync(request, message => request.Hub.SendToGroup(request.Names[0], message, request.Excluded));

    public static ValueTask<RestResult> ToUserAsync(RestRequest request) =>
        SendAsync(request, message => request.Hub.SendToUser(request.Names[0], message));

    public static ValueTask<RestResult> ToConnectionAsync(RestRequest request) =>
        SendAsync(request, message => request.Hub.SendToConnection(request.Names[0], message));

    private static async ValueTask<RestResult> SendAsync(RestRequest request, Action<HubMessage> send)
    {
        // How long a message waits for a connection that recovers; on this protocol connections do not.
        if (request.TryGetNumber("messageTtlSeconds", 0, MaxTtlSeconds, fallback: 0, out _) is { } invalid)
            return invalid;

        var (message, failure) = await RestPayload.ReadAsync(request.Context, request.Options.MaxMessageBytes);
        if (failure is not null)
            return failure;

        send(message);
        return RestResult.Accepted;
    }
}
