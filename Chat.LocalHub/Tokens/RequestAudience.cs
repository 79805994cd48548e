using Microsoft.AspNetCore.Http;

namespace Chat.LocalHub.Tokens;

/// <summary>The audiences that requests accept: the host that they came to, or the one that the hub is configured to have.</summary>
internal static class RequestAudience
{
    /// <summary>For a connection: <c>{endpoint}/client/hubs/{hub}</c>, whichever of the two addresses was called.</summary>
    public static Audiences OfClient(HttpRequest request, HubOptions options)
    {
        var path = request.PathBase.Add(request.Path).ToUriComponent();
        var at = path.LastIndexOf("/client/hubs/", StringComparison.OrdinalIgnoreCase);
        var prefix = path[..(at >= 0 ? at : path.LastIndexOf("/client", StringComparison.OrdinalIgnoreCase))];
        return new Audiences(Hosts(request, options), [$"{prefix}/client/hubs/{options.Hub}", $"/client/hubs/{options.Hub}"], deeper: true);
    }

    /// <summary>For a REST call: the address that was called.</summary>
    /// <param name="request">The request.</param>
    /// <param name="rawPath">Its path as it stands in the request line.</param>
    /// <param name="options">The hub's settings.</param>
    public static Audiences OfCall(HttpRequest request, string rawPath, HubOptions options) => new(Hosts(request, options), [rawPath]);

    private static string[] Hosts(HttpRequest request, HubOptions options) =>
        options.Endpoint is null ? [request.Host.Value ?? ""] : [request.Host.Value ?? "", options.Endpoint.Authority];
}
