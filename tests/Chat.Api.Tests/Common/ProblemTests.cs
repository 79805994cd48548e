using System.Net;
using System.Text;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Common;

[Collection(RunningApi.Collection)]
public sealed class ProblemTests(RunningApi api)
{
    [Fact]
    public async Task An_address_that_is_not_there_says_so()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        await ada.TryGetAsync("nothing/here").ShouldRefuseAsync(HttpStatusCode.NotFound, "request.not_found");
        await ada.Http.DeleteAsync(new Uri("me", UriKind.Relative)).ShouldRefuseAsync(HttpStatusCode.MethodNotAllowed, "request.method_not_allowed");
    }

    [Theory]
    [InlineData("text/plain", "{}", HttpStatusCode.UnsupportedMediaType, "request.media_type")]
    [InlineData("application/json", "{", HttpStatusCode.BadRequest, "request.invalid")]
    [InlineData("application/json", "[]", HttpStatusCode.BadRequest, "request.invalid")]
    [InlineData("application/json", """{"name":5}""", HttpStatusCode.BadRequest, "request.invalid")]
    public async Task A_body_that_is_not_what_was_asked_for_is_refused(string type, string body, HttpStatusCode status, string code)
    {
        using var ada = await Person.RegisterAsync(api.Address);
        using var content = new StringContent(body, Encoding.UTF8, type);
        await ada.Http.PostAsync(new Uri("rooms", UriKind.Relative), content).ShouldRefuseAsync(status, code);
    }

    [Fact]
    public async Task Every_answer_keeps_browsers_careful()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        foreach (var path in new[] { "me", "nothing", "limits" })
        {
            using var answer = await ada.TryGetAsync(path);
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        }
    }
}
