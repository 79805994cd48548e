using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Chat.Bench.Send;

/// <summary>A user with rooms, over HTTP.</summary>
internal sealed class Talker : IDisposable
{
    /// <summary>128 bytes, a common size of a chat message.</summary>
    public static readonly string Content = new('x', 128);

    private readonly HttpClient _http;

    private Talker(HttpClient http) => _http = http;

    public List<string> Rooms { get; } = [];

    public static async Task<Talker> RegisterAsync(Uri api, int rooms)
    {
        var talker = new Talker(new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1000 }) { BaseAddress = new Uri(api, "api/v1/") });
        var name = "bench" + Guid.NewGuid().ToString("N")[..16];
        var tokens = await talker.PostAsync("auth/register", $$"""{"username":"{{name}}","password":"correct horse"}""");
        talker._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());
        for (var i = 0; i < rooms; i++) talker.Rooms.Add((await talker.PostAsync("rooms", """{"name":"bench"}""")).GetProperty("id").GetString()!);
        return talker;
    }

    public async Task SendAsync(string room)
    {
        using var content = Json($$"""{"id":"{{Guid.CreateVersion7()}}","content":"{{Content}}"}""");
        using var answer = await _http.PostAsync(new Uri($"rooms/{room}/messages", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<TalkingSocket> ConnectAsync() =>
        await TalkingSocket.ConnectAsync(new Uri((await PostAsync("realtime/negotiate", "{}")).GetProperty("url").GetString()!));

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> PostAsync(string path, string body)
    {
        using var content = Json(body);
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static StringContent Json(string text) => new(text, new MediaTypeHeaderValue("application/json"));
}
