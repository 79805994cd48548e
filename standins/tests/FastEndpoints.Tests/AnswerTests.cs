using FastEndpoints.Tests.Sample;

namespace FastEndpoints.Tests;

[Collection(nameof(SampleCollection))]
public sealed class AnswerTests(SampleApp app)
{
    private const string Json = "application/json; charset=utf-8";

    [Theory]
    [InlineData("ok", 200, Json, """{"name":"a"}""")]
    [InlineData("ok-bare", 200, null, "")]
    [InlineData("created", 201, Json, """{"name":"b"}""")]
    [InlineData("no-content", 204, null, "")]
    [InlineData("not-modified", 304, null, "")]
    [InlineData("not-found", 404, null, "")]
    [InlineData("unauthorized", 401, null, "")]
    [InlineData("forbidden", 403, null, "")]
    [InlineData("status", 418, null, "")]
    [InlineData("response", 202, Json, """{"name":"c"}""")]
    [InlineData("errors", 409, "application/problem+json; charset=utf-8", """{"statusCode":409,"message":"One or more errors occurred!","errors":{"generalErrors":["no"]}}""")]
    [InlineData("string", 203, "text/plain; charset=utf-8", "text")]
    [InlineData("bytes", 200, "application/octet-stream", "\u0001\u0002\u0003")]
    [InlineData("stream", 200, "image/png", "\u0004\u0005")]
    [InlineData("result", 206, "text/plain; charset=utf-8", "r")]
    [InlineData("empty-object", 200, Json, "{}")]
    [InlineData("headers", 204, null, "")]
    [InlineData("set", 200, Json, """{"name":"set"}""")]
    [InlineData("nothing", 204, null, "")]
    [InlineData("else", 404, "application/problem+json; charset=utf-8", """{"statusCode":404,"message":"One or more errors occurred!","errors":{"generalErrors":["unknown kind"]}}""")]
    public async Task Every_way_to_answer_has_its_status_type_and_body(string kind, int status, string? type, string body)
    {
        using var answer = await app.GetAsync($"/api/answers/{kind}");
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType?.ToString().ShouldBe(type);
        (await answer.Content.ReadAsStringAsync()).ShouldBe(body);
    }

    [Fact]
    public async Task Created_points_to_the_endpoint_that_reads_it()
    {
        using var answer = await app.GetAsync("/api/answers/created");
        answer.Headers.Location!.ToString().ShouldBe("/api/things/b");
    }

    [Fact]
    public async Task Headers_and_redirects_are_sent()
    {
        using var headers = await app.GetAsync("/api/answers/headers");
        headers.Headers.GetValues("X-One").ShouldBe(["1"]);
        using var redirect = await app.GetAsync("/api/answers/redirect");
        ((int)redirect.StatusCode).ShouldBe(302);
        redirect.Headers.Location!.ToString().ShouldBe("/elsewhere");
    }

    [Fact]
    public async Task Bytes_carry_their_file_name_and_length()
    {
        using var answer = await app.GetAsync("/api/answers/bytes");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("f.bin");
        answer.Content.Headers.ContentLength.ShouldBe(3);
    }

    [Fact]
    public async Task What_a_handler_returns_is_sent()
    {
        using var answer = await app.GetAsync("/api/things/x");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"name":"x"}""");
    }

    [Fact]
    public async Task A_group_inside_a_group_prefixes_the_route_and_configures_the_endpoint()
    {
        using var answer = await app.GetAsync("/api/outer/inner/here");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("outer/inner/here");
    }

    [Fact]
    public async Task Another_method_is_405_with_the_methods_that_there_are()
    {
        using var answer = await app.SendAsync(HttpMethod.Delete, "/api/things/x");
        ((int)answer.StatusCode).ShouldBe(405);
        answer.Content.Headers.Allow.ShouldBe(["GET"]);
    }
}
