using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Messaging.WebPubSub;
using Chat.Api.Upstream;
using Chat.Core.Transport;
using Microsoft.Extensions.Options;

namespace Chat.Api.Transport;

/// <summary>
/// The transport over Azure Web PubSub's REST API. The service accepts a message for nobody, so who is there is never asked first.
/// </summary>
internal sealed class WebPubSubTransport(
    WebPubSubServiceClient service, SocketTickets tickets, IOptions<RealtimeOptions> settings, TimeProvider clock) : IRealtimeTransport
{
    public ValueTask SendAsync(Outbound message, CancellationToken cancellation)
    {
        var (name, json) = (message.Target.Name, RequestContent.Create(message.Json));
        return message.Target.Kind switch
        {
            TargetKind.Group => DoAsync(call => service.SendToGroupAsync(name, json, ContentType.ApplicationJson, context: call), cancellation),
            TargetKind.User => DoAsync(call => service.SendToUserAsync(name, json, ContentType.ApplicationJson, context: call), cancellation),
            _ => DoAsync(call => service.SendToConnectionAsync(name, json, ContentType.ApplicationJson, context: call), cancellation),
        };
    }

    public ValueTask AddUserToGroupAsync(string userId, string group, CancellationToken cancellation) =>
        DoAsync(call => service.AddUserToGroupAsync(group, userId, call), cancellation);

    public ValueTask RemoveUserFromGroupAsync(string userId, string group, CancellationToken cancellation) =>
        DoAsync(call => service.RemoveUserFromGroupAsync(group, userId, call), cancellation);

    public ValueTask AddConnectionToGroupAsync(string connectionId, string group, CancellationToken cancellation) =>
        DoAsync(call => service.AddConnectionToGroupAsync(group, connectionId, call), cancellation);

    public ValueTask RemoveConnectionFromGroupAsync(string connectionId, string group, CancellationToken cancellation) =>
        DoAsync(call => service.RemoveConnectionFromGroupAsync(group, connectionId, call), cancellation);

    public ValueTask CloseConnectionAsync(string connectionId, string reason, CancellationToken cancellation) =>
        DoAsync(call => service.CloseConnectionAsync(connectionId, reason, call), cancellation);

    public ValueTask CloseUserConnectionsAsync(string userId, string reason, CancellationToken cancellation) =>
        DoAsync(call => service.CloseUserConnectionsAsync(userId, excluded: null, reason, call), cancellation);

    public async ValueTask<bool> ConnectionExistsAsync(string connectionId, CancellationToken cancellation) =>
        await AskAsync(call => service.ConnectionExistsAsync(connectionId, call), cancellation);

    /// <summary>
    /// The SDK's tokens carry no claims of ours, and with an identity the service signs them: what we must know when the
    /// client connects goes beside the token, as a ticket.
    /// </summary>
    public async ValueTask<ClientAccess> GetClientAccessAsync(ClientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var expiresAt = clock.GetUtcNow() + grant.Lifetime;
        var url = await AskAsync(
            async call => (Response: 0, Value: await service.GetClientAccessUriAsync(expiresAt, grant.UserId, cancellationToken: call.CancellationToken)),
            cancellation);
        return new ClientAccess($"{url.Value.AbsoluteUri}&{SocketTickets.QueryName}={tickets.Issue(grant, expiresAt)}", expiresAt);
    }

    /// <summary>A client for what the configuration names.</summary>
    public static WebPubSubServiceClient Connect(ServiceConnection connection, RealtimeOptions options)
    {
        var settings = new WebPubSubServiceClientOptions { Retry = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(200), NetworkTimeout = options.CallTimeout } };
        return connection.AccessKey is { } key
            ? new WebPubSubServiceClient(connection.Endpoint, options.Hub, new AzureKeyCredential(key), settings)
            : new WebPubSubServiceClient(connection.Endpoint, options.Hub, new DefaultAzureCredential(), settings);
    }

    private async ValueTask DoAsync(Func<RequestContext, Task<Response>> call, CancellationToken cancellation)
    {
        try
        {
            await AskAsync(async context => await call(context), cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == StatusCodes.Status404NotFound)
        {
            // A connection, or a user without one, that is no longer there: nothing to do.
        }
    }

    private async ValueTask<T> AskAsync<T>(Func<RequestContext, Task<T>> call, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.Value.CallTimeout);
        try
        {
            return await call(new RequestContext { CancellationToken = limit.Token });
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TransportUnavailableException("Web PubSub did not answer in time.", late);
        }
        catch (Exception failure) when (MayPass(failure))
        {
            throw new TransportUnavailableException("Web PubSub could not be reached.", failure);
        }
    }

    // Azure.Core has tried again by now. Anything else that it refuses is a bug of ours, which trying again would only hide.
    private static bool MayPass(Exception failure) => failure switch
    {
        AuthenticationFailedException => true,
        RequestFailedException { Status: 0 or 401 or 403 or 408 or 429 or >= 500 } => true,
        AggregateException { InnerException: { } inner } => MayPass(inner),
        _ => false,
    };
}
