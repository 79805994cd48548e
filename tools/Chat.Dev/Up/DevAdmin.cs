using System.Net;
using System.Net.Http.Json;

namespace Chat.Dev.Up;

/// <summary>The administrator of a development clone, registered through the public API like everybody else.</summary>
internal static class DevAdmin
{
    /// <summary>Registers the account when it is not there.</summary>
    /// <exception cref="DevException">The API refused.</exception>
    public static async Task EnsureAsync(string url, LocalKeys keys, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        var account = new Dictionary<string, string> { ["username"] = LocalKeys.AdminName, ["password"] = keys.AdminPassword };
        using var answer = await http.PostAsJsonAsync(new Uri(url + "/api/v1/auth/register"), account, DevJson.Default.DictionaryStringString, cancellation).ConfigureAwait(false);
        if (answer.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.Conflict))
            throw new DevException($"Registering '{LocalKeys.AdminName}' was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false)}");
    }
}
