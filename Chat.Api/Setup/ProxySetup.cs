using Microsoft.AspNetCore.HttpOverrides;

namespace Chat.Api.Setup;

/// <summary>
/// Behind a proxy: scheme and address of the client as the proxy says them. Believed only from this machine and from the networks in
/// <c>Chat:Proxies</c> (<c>10.0.0.0/8, …</c>); anybody else could write what they like, and rate limits go by the address.
/// </summary>
internal static class ProxySetup
{
    private const string Section = "Chat:Proxies";

    public static void AddProxies(this WebApplicationBuilder builder) =>
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // Every proxy of a trusted network is passed through: the list of networks is what bounds it.
            options.ForwardLimit = null;
            foreach (var network in Networks(builder.Configuration[Section])) options.KnownIPNetworks.Add(network);
        });

    private static IEnumerable<System.Net.IPNetwork> Networks(string? setting) =>
        (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => System.Net.IPNetwork.TryParse(text, out var network)
                ? network
                : throw new InvalidOperationException($"{Section}: '{text}' is not a network such as 10.0.0.0/8."));
}
