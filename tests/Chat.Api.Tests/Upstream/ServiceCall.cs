using System.Security.Cryptography;
using System.Text;

namespace Chat.Api.Tests.Upstream;

/// <summary>A request as Azure's service sends it.</summary>
internal sealed class ServiceCall(string type, string connectionId)
{
    public string Hub { get; init; } = "chat";

    public string? UserId { get; init; }

    public string? State { get; init; }

    /// <summary>The keys that it signs with; none sends no signature.</summary>
    public string[] Keys { get; init; } = [WebPubSubApp.PrimaryKey];

    public string? Signature { get; init; }

    public string Path { get; init; } = "api/webpubsub/hubs/chat/";

    public HttpContent Body { get; init; } = new StringContent("{}", Encoding.UTF8, "application/json");

    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = Body };
        request.Headers.Add("ce-specversion", "1.0");
        request.Headers.Add("ce-awpsversion", "1.0");
        request.Headers.Add("ce-type", type);
        request.Headers.Add("ce-source", $"/hubs/{Hub}/client/{connectionId}");
        request.Headers.Add("ce-id", "1");
        request.Headers.Add("ce-time", DateTimeOffset.UtcNow.ToString("o"));
        request.Headers.Add("ce-hub", Hub);
        request.Headers.Add("ce-connectionId", connectionId);
        request.Headers.Add("ce-eventName", type[(type.IndexOf('.', "azure.webpubsub.".Length) + 1)..]);
        request.Headers.Add("WebHook-Request-Origin", "chat.webpubsub.azure.com");
        var signature = Signature ?? string.Join(',', Keys.Select(key => Sign(key, connectionId)));
        if (signature.Length > 0) request.Headers.Add("ce-signature", signature);
        if (UserId is not null) request.Headers.Add("ce-userId", UserId);
        if (State is not null) request.Headers.Add("ce-connectionState", State);
        return request;
    }

    private static string Sign(string key, string connectionId) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(connectionId)));
}
