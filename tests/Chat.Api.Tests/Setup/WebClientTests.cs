using System.Net;
using Chat.Testing.Processes;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Setup;

[Collection(RunningApi.Collection)]
public sealed class WebClientTests(RunningApi api) : IAsyncLifetime
{
    private readonly DirectoryInfo _client = Directory.CreateTempSubdirectory("chat-client-");
    private ApiProcess _instance = null!;

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_client.FullName, "index.html"), "<page>");
        await File.WriteAllTextAsync(Path.Combine(_client.CreateSubdirectory("assets").FullName, "app-1a2b.js"), "script");
        _instance = await api.StartInstanceAsync(("ASPNETCORE_WEBROOT", _client.FullName));
    }

    public async Task DisposeAsync()
    {
        await _instance.DisposeAsync();
        _client.Delete(recursive: true);
    }

    [Fact]
    public async Task Files_are_files_and_other_paths_are_the_page()
    {
        using var nobody = new Person(_instance.Address);
        foreach (var (path, body, caching) in new[]
        {
            ("/", "<page>", "no-cache"),
            ("/rooms/some-room", "<page>", "no-cache"),
            ("/assets/app-1a2b.js", "script", "public, max-age=31536000, immutable"),
        })
        {
            using var answer = await nobody.TryGetAsync(path);
            (await answer.Content.ReadAsStringAsync()).ShouldBe(body, path);
            answer.Headers.GetValues("Cache-Control").ShouldBe([caching], path);
        }
    }

    [Fact]
    public async Task What_is_named_like_a_file_or_an_interface_is_never_the_page()
    {
        using var nobody = new Person(_instance.Address);
        foreach (var path in new[] { "/assets/gone-3c4d.js", "/api/v1/nowhere", "/client/nowhere" })
            await nobody.TryGetAsync(path).ShouldRefuseAsync(HttpStatusCode.NotFound, "request.not_found");
    }
}
