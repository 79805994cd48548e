using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Chat.Specs;
using Shouldly;

namespace Chat.Api.Tests;

/// <summary>Somebody at an instance of the API: signed in, or not yet.</summary>
internal sealed class Person : IDisposable
{
    public const string Password = "correct horse battery";

    private readonly HttpClientHandler _handler = new() { UseCookies = false };

    public Person(Uri api) => Http = new HttpClient(_handler) { BaseAddress = new Uri(api, "api/v1/") };

    public HttpClient Http { get; }

    public string Name { get; private set; } = "";

    public Guid Id { get; private set; }

    public static string NewName() => "p" + Guid.NewGuid().ToString("N")[..16];

    public static async Task<Person> RegisterAsync(Uri api, string? name = null)
    {
        var person = new Person(api) { Name = name ?? NewName() };
        var tokens = await person.PostAsync("auth/register", new { username = person.Name, password = Password });
        person.Id = tokens.GetProperty("user").GetProperty("id").GetGuid();
        person.Use(tokens);
        return person;
    }

    public void Use(JsonElement tokens) =>
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());

    /// <summary>The same person at another instance.</summary>
    public Person At(Uri api)
    {
        var other = new Person(api) { Name = Name, Id = Id };
        other.Http.DefaultRequestHeaders.Authorization = Http.DefaultRequestHeaders.Authorization;
        return other;
    }

    public async Task<JsonElement> GetAsync(string path) => await ReadAsync(await Http.GetAsync(new Uri(path, UriKind.Relative)));

    public async Task<JsonElement> PostAsync(string path, object? body = null) => await ReadAsync(await TryPostAsync(path, body));

    public Task<HttpResponseMessage> TryPostAsync(string path, object? body = null) =>
        Http.PostAsync(new Uri(path, UriKind.Relative), body is null ? null : JsonContent.Create(body));

    public Task<HttpResponseMessage> TryGetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<(Guid Id, string Code)> NewRoomAsync()
    {
        var room = await PostAsync("rooms", new { name = "A room" });
        return (room.GetProperty("id").GetGuid(), room.GetProperty("code").GetString()!);
    }

    public Task<JsonElement> JoinAsync(string code) => PostAsync("rooms/join", new { code });

    public Task<JsonElement> SendAsync(Guid room, string content, Guid? id = null) =>
        PostAsync($"rooms/{room}/messages", new { id = id ?? Guid.CreateVersion7(), content });

    /// <summary>Opens a socket the way a client does.</summary>
    public async Task<ScriptedClient> ConnectAsync()
    {
        var negotiated = await PostAsync("realtime/negotiate");
        return await ScriptedClient.ConnectAsync(new Uri(negotiated.GetProperty("url").GetString()!));
    }

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
