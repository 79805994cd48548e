using System.Net;
using System.Text.Json;
using FastEndpoints.Tests.Sample;

namespace FastEndpoints.Tests;

[Collection(nameof(SampleCollection))]
public sealed class BindingTests(SampleApp app)
{
    private static readonly Guid Id = Guid.Parse("0199a1b2-0000-7000-8000-000000000001");

    private static string Admin => SampleApp.Token(o => o.User.Roles.Add("admin"));

    [Fact]
    public async Task Later_sources_win_body_route_query_claim_header()
    {
        using var answer = await app.PostAsync(
            $"/api/bind/{Id}?NAME=query&page=3",
            $$"""{"id":"{{Guid.Empty}}","name":"body","page":1,"limit":5,"colour":"Green","tags":["a"],"user":"forged","device":"body","width":"9"}""",
            Admin);
        var bound = await JsonAsync(answer);

        bound.GetProperty("id").GetGuid().ShouldBe(Id);
        bound.GetProperty("name").GetString().ShouldBe("query");
        bound.GetProperty("page").GetInt32().ShouldBe(3);
        bound.GetProperty("limit").GetInt32().ShouldBe(5);
        bound.GetProperty("colour").GetString().ShouldBe("Green");
        bound.GetProperty("tags")[0].GetString().ShouldBe("a");
        bound.GetProperty("user").GetString().ShouldBe("u1");
        bound.GetProperty("device").GetString().ShouldBe("body");
        bound.GetProperty("width").GetString().ShouldBe("9");
    }

    [Fact]
    public async Task Query_binds_names_in_any_case_lists_enums_and_renamed_members()
    {
        using var answer = await app.GetAsync($"/api/bind/{Id}?Tags=a,b&tags=c&COLOUR=green&onlyQuery=q&w=10&limit=", SampleApp.Token());
        var bound = await JsonAsync(answer);

        bound.GetProperty("colour").GetString().ShouldBe("Green");
        bound.GetProperty("page").GetInt32().ShouldBe(7);
        bound.GetProperty("onlyQuery").GetString().ShouldBe("q");
        bound.GetProperty("width").GetString().ShouldBe("10");
        bound.GetProperty("tags").EnumerateArray().Select(t => t.GetString()).ShouldBe(["a,b", "c"]);
    }

    [Theory]
    [InlineData("tags=a,b")]
    [InlineData("tags=a&tags=b")]
    [InlineData("tags=[\"a\",\"b\"]")]
    public async Task A_list_may_be_written_three_ways(string query)
    {
        using var answer = await app.GetAsync($"/api/bind/{Id}?{query}", SampleApp.Token());
        (await JsonAsync(answer)).GetProperty("tags").EnumerateArray().Select(t => t.GetString()).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task What_does_not_parse_is_named_with_400()
    {
        using var answer = await app.GetAsync("/api/bind/not-a-guid?page=x", SampleApp.Token());
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldBe(
            """{"statusCode":400,"message":"One or more errors occurred!","errors":{"id":["Value [not-a-guid] is not valid for a [Guid] property!"],"page":["Value [x] is not valid for a [Int32] property!"]}}""");
    }

    [Fact]
    public async Task A_type_error_in_json_is_named_by_its_path()
    {
        using var answer = await app.PostAsync("/api/things", """{"name":"a","size":"many"}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/problem+json; charset=utf-8");
        var errors = (await JsonAsync(answer)).GetProperty("errors");
        errors.GetProperty("size")[0].GetString()!.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Broken_json_is_a_serializer_error()
    {
        using var answer = await app.PostAsync("/api/things", "{");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await JsonAsync(answer)).GetProperty("errors").TryGetProperty("serializerErrors", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_body_that_is_not_json_is_415_and_empty(string? type)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = type is null ? null : new(type);
        using var answer = await app.SendAsync(HttpMethod.Post, "/api/things", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_complex_query_binds_a_record_with_its_defaults()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/complex-query?before=x");
        request.Headers.Add("Device", "d");
        using var answer = await app.Client.SendAsync(request);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"before":"x","limit":50}""");
    }

    [Fact]
    public async Task A_required_header_that_is_missing_is_400()
    {
        using var answer = await app.GetAsync("/api/complex-query");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await JsonAsync(answer)).GetProperty("errors").GetProperty("device")[0].GetString().ShouldBe("This header is missing from the request!");
    }

    [Fact]
    public async Task The_body_may_be_one_property_and_clients_do_not_see_its_name()
    {
        using var good = await app.SendAsync(HttpMethod.Put, "/api/wrapped/r1", new StringContent("""{"text":"t","number":1}""", null, "application/json"));
        (await good.Content.ReadAsStringAsync()).ShouldBe("""{"room":"r1","line":{"text":"t","number":1}}""");

        using var bad = await app.SendAsync(HttpMethod.Put, "/api/wrapped/r1", new StringContent("""{"text":"t","number":-1}""", null, "application/json"));
        bad.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await JsonAsync(bad)).GetProperty("errors").GetProperty("number")[0].GetString().ShouldBe("must not be negative");
    }

    [Fact]
    public async Task Route_and_query_values_are_read_by_type()
    {
        using var good = await app.GetAsync($"/api/numbers/5?more=6&id={Id}");
        (await good.Content.ReadAsStringAsync()).ShouldBe($"5 6 {Id}");

        using var bad = await app.GetAsync("/api/numbers/5");
        bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await JsonAsync(bad)).GetProperty("errors").GetProperty("id")[0].GetString().ShouldBe("Query parameter was not found!");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413()
    {
        using var answer = await app.PostAsync("/api/small", """{"name":"a name that is too long for this"}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonElement.Parse(await answer.Content.ReadAsStringAsync());
}
