using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Setup;

[Collection(RunningApi.Collection)]
public sealed class DocsTests(RunningApi api)
{
    [Fact]
    public async Task The_document_describes_every_call_of_the_protocol()
    {
        var document = await DocumentAsync();
        document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(verb => $"{verb.Name} {path.Name.Replace("/api/v1/", "", StringComparison.Ordinal)}"))
            .ShouldBe(
                [
                    "post auth/register", "post auth/login", "post auth/refresh", "post auth/logout", "get me", "post rooms", "get rooms", "get rooms/{roomId}",
                    "get rooms/{roomId}/members", "post rooms/join", "post rooms/{roomId}/leave", "post rooms/{roomId}/messages", "get rooms/{roomId}/messages",
                    "get rooms/{roomId}/facts", "post realtime/negotiate", "get limits", "post admin/import/speakers",
                ],
                ignoreOrder: true);
    }

    [Fact]
    public async Task A_call_tells_its_parameters_its_body_and_its_answers()
    {
        var paths = (await DocumentAsync()).GetProperty("paths");
        var list = paths.GetProperty("/api/v1/rooms/{roomId}/messages").GetProperty("get");
        list.GetProperty("operationId").GetString().ShouldBe("listMessages");
        list.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString())
            .ShouldBe(["roomId", "before", "after", "around", "limit"], ignoreOrder: true);

        var create = paths.GetProperty("/api/v1/rooms").GetProperty("post");
        create.TryGetProperty("requestBody", out _).ShouldBeTrue();
        create.GetProperty("responses").TryGetProperty("201", out _).ShouldBeTrue();
        create.GetProperty("responses").GetProperty("400").GetProperty("content").TryGetProperty("application/problem+json", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task The_page_needs_nothing_that_our_content_policy_forbids()
    {
        using var nobody = new Person(api.Address);
        var page = await nobody.Http.GetStringAsync(new Uri("/docs/index.html", UriKind.Relative));
        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        page.ShouldNotContain("<style");
        Regex.Matches(page, "<script[^>]*>").Select(script => script.Value).ShouldAllBe(script => script.Contains(" src="));
    }

    [Fact]
    public async Task Outside_development_there_is_neither_unless_it_is_asked_for()
    {
        await using var closed = await api.StartInstanceAsync(("ASPNETCORE_ENVIRONMENT", "Production"));
        await using var open = await api.StartInstanceAsync(("ASPNETCORE_ENVIRONMENT", "Production"), ("Chat__Docs__Enabled", "true"));
        foreach (var path in new[] { "/openapi/v1.json", "/docs/index.html" })
        {
            (await StatusAsync(closed.Address, path)).ShouldBe(HttpStatusCode.NotFound, path);
            (await StatusAsync(open.Address, path)).ShouldBe(HttpStatusCode.OK, path);
        }
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var nobody = new Person(api.Address);
        return await nobody.GetAsync("/openapi/v1.json");
    }

    private static async Task<HttpStatusCode> StatusAsync(Uri instance, string path)
    {
        using var nobody = new Person(instance);
        using var answer = await nobody.TryGetAsync(path);
        return answer.StatusCode;
    }
}
