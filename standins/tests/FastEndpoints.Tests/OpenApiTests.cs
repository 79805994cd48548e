using System.Text.Json;
using FastEndpoints.Tests.Sample;

namespace FastEndpoints.Tests;

[Collection(nameof(SampleCollection))]
public sealed class OpenApiTests(SampleApp app)
{
    [Fact]
    public async Task The_document_names_every_endpoint_once()
    {
        var document = await DocumentAsync();
        document.GetProperty("info").GetProperty("title").GetString().ShouldBe("Sample");
        document.GetProperty("paths").EnumerateObject().Select(p => p.Name).ShouldBe(
            [
                "/api/answers/{kind}", "/api/bind/{id}", "/api/complex-query", "/api/forms", "/api/guarded/claims", "/api/guarded/policy", "/api/guarded/role",
                "/api/guarded/user", "/api/numbers/{n}", "/api/outer/inner/here", "/api/processed", "/api/small", "/api/things", "/api/things/{name}",
                "/api/tolerated", "/api/wrapped/{room}",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task An_operation_has_its_name_tag_summary_and_answers()
    {
        var operation = Operation(await DocumentAsync(), "/api/things/{name}", "get");
        operation.GetProperty("operationId").GetString().ShouldBe("GetThing");
        operation.GetProperty("tags")[0].GetString().ShouldBe("Things");
        operation.GetProperty("summary").GetString().ShouldBe("One thing");
        operation.GetProperty("description").GetString().ShouldBe("By its name.");
        operation.GetProperty("responses").GetProperty("404").GetProperty("description").GetString().ShouldBe("No such thing.");
        operation.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json")
            .GetProperty("schema").GetProperty("$ref").GetString().ShouldBe("#/components/schemas/Thing");
        Parameters(operation).ShouldBe(["path name"]);
    }

    [Fact]
    public async Task Parameters_come_from_where_they_are_bound()
    {
        var document = await DocumentAsync();
        Parameters(Operation(document, "/api/bind/{id}", "get")).ShouldBe(
            ["header X-Device", "path id", "query colour", "query limit", "query name", "query onlyQuery", "query page", "query tags", "query w"],
            ignoreOrder: true);
        Parameters(Operation(document, "/api/bind/{id}", "post")).ShouldBe(["header X-Device", "path id", "query onlyQuery"], ignoreOrder: true);
        Parameters(Operation(document, "/api/complex-query", "get")).ShouldBe(["header device", "query before", "query limit"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_body_holds_what_is_bound_from_it()
    {
        var document = await DocumentAsync();
        Members(document, Operation(document, "/api/things", "post")).ShouldBe(["inner", "name", "size"], ignoreOrder: true);
        Members(document, Operation(document, "/api/wrapped/{room}", "put")).ShouldBe(["number", "text"], ignoreOrder: true);
        Operation(document, "/api/bind/{id}", "get").TryGetProperty("requestBody", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Failures_and_demands_are_told()
    {
        var document = await DocumentAsync();
        Operation(document, "/api/things", "post").GetProperty("responses").GetProperty("400").GetProperty("content")
            .TryGetProperty("application/problem+json", out _).ShouldBeTrue();

        var guarded = Operation(document, "/api/guarded/role", "get");
        guarded.GetProperty("responses").EnumerateObject().Select(r => r.Name).ShouldBe(["204", "401", "403"], ignoreOrder: true);
        guarded.GetProperty("security")[0].TryGetProperty("JWTBearerAuth", out _).ShouldBeTrue();
        document.GetProperty("components").GetProperty("securitySchemes").GetProperty("JWTBearerAuth").GetProperty("scheme").GetString().ShouldBe("bearer", StringCompareShould.IgnoreCase);
        Operation(document, "/api/things", "post").TryGetProperty("security", out _).ShouldBeFalse();
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var answer = await app.GetAsync("/openapi/v1.json");
        answer.EnsureSuccessStatusCode();
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static JsonElement Operation(JsonElement document, string path, string verb) => document.GetProperty("paths").GetProperty(path).GetProperty(verb);

    private static IEnumerable<string> Parameters(JsonElement operation)
        => operation.GetProperty("parameters").EnumerateArray().Select(p => $"{p.GetProperty("in").GetString()} {p.GetProperty("name").GetString()}");

    private static IEnumerable<string> Members(JsonElement document, JsonElement operation)
    {
        var schema = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        if (schema.TryGetProperty("$ref", out var reference))
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        return schema.GetProperty("properties").EnumerateObject().Select(p => p.Name);
    }
}
