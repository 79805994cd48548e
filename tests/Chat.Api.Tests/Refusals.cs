using System.Net;
using System.Text.Json;
using Shouldly;

namespace Chat.Api.Tests;

/// <summary>Looks at answers that refuse something.</summary>
internal static class Refusals
{
    /// <summary>Checks the shape that every failure has (docs/protocol.md CN3) and returns the body.</summary>
    public static async Task<JsonElement> ShouldRefuseAsync(this Task<HttpResponseMessage> call, HttpStatusCode status, string code)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var body = JsonSerializer.Deserialize<JsonElement>(text);
        body.GetProperty("code").GetString().ShouldBe(code);
        body.GetProperty("type").GetString().ShouldEndWith(code);
        body.GetProperty("status").GetInt32().ShouldBe((int)status);
        body.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
        body.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        return body;
    }
}
