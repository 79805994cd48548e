using System.Net;
using FastEndpoints.Tests.Sample;

namespace FastEndpoints.Tests;

[Collection(nameof(SampleCollection))]
public sealed class ValidationTests(SampleApp app)
{
    [Fact]
    public async Task Failures_are_listed_by_member_with_400()
    {
        using var answer = await app.PostAsync("/api/things", """{"name":"","size":11,"inner":{"text":""}}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldBe(
            """{"statusCode":400,"message":"One or more errors occurred!","errors":{"name":["is needed"],"size":["is out of range"],"inner.Text":["is empty"]}}""");
    }

    [Fact]
    public async Task A_thrown_error_has_its_own_status()
    {
        using var answer = await app.PostAsync("/api/things", """{"name":"taken","size":1}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldBe(
            """{"statusCode":409,"message":"One or more errors occurred!","errors":{"name":["is taken"]}}""");
    }

    [Fact]
    public async Task Code_that_is_no_endpoint_throws_errors_through_the_validation_context()
    {
        using var answer = await app.PostAsync("/api/things", """{"name":"context","size":1}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Problem_details_replace_the_default_shape_when_asked_for()
    {
        var errors = new Config().Errors;
        errors.UseProblemDetails(p =>
        {
            p.IndicateErrorCode = true;
            p.TypeTransformer = d => $"urn:{d.Status}";
        });
        try
        {
            using var answer = await app.PostAsync("/api/things", """{"name":"","size":1}""");
            answer.Content.Headers.ContentType!.ToString().ShouldBe("application/problem+json; charset=utf-8");
            var body = System.Text.Json.JsonElement.Parse(await answer.Content.ReadAsStringAsync());
            body.GetProperty("type").GetString().ShouldBe("urn:400");
            body.GetProperty("title").GetString().ShouldBe("Bad Request");
            body.GetProperty("status").GetInt32().ShouldBe(400);
            body.GetProperty("instance").GetString().ShouldBe("/api/things");
            body.GetProperty("traceId").GetString()!.ShouldNotBeEmpty();
            body.GetProperty("detail").GetString().ShouldBe("is needed");
            body.GetProperty("errors").GetRawText().ShouldBe("""[{"name":"name","reason":"is needed","code":"E1"}]""");
        }
        finally
        {
            errors.ResponseBuilder = (failures, _, status) => new ErrorResponse(failures, status);
        }
    }

    [Fact]
    public async Task Failures_may_be_left_to_the_handler()
    {
        using var answer = await app.PostAsync("/api/tolerated", """{"name":""}""");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("True 1");
    }

    [Theory]
    [InlineData("", 200, "validate global first second handle1 last:done")]
    [InlineData("invalid", 400, "validate global first! second last:")]
    [InlineData("short", 299, "validate global first second last:")]
    [InlineData("boom", 500, "validate global first second handle1 last:")]
    [InlineData("handled", 555, "validate global first second handle1 last:")]
    public async Task Processors_run_in_order_whatever_happens(string mode, int status, string trace)
    {
        using var answer = await app.GetAsync($"/api/processed?mode={mode}");
        ((int)answer.StatusCode).ShouldBe(status);
        string.Join(' ', SampleApp.LastTrace).ShouldBe(trace);
    }
}
