using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Setup;

[Collection(RunningApi.Collection)]
public sealed class ErrorsTests(RunningApi api)
{
    [Theory]
    [InlineData("not a token")]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiIwMTk5YTFiMi0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEiLCJhdWQiOiJjaGF0LWFwaSIsImV4cCI6OTk5OTk5OTk5OX0.")]
    public async Task A_token_that_we_did_not_sign_is_none(string token)
    {
        using var nobody = new Person(api.Address);
        nobody.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await nobody.TryGetAsync("me").ShouldRefuseAsync(HttpStatusCode.Unauthorized, "auth.required");
    }

    [Fact]
    public async Task Nobody_is_told_what_is_wrong_with_the_request_and_not_to_sign_in_first()
    {
        using var nobody = new Person(api.Address);
        await nobody.TryGetAsync("nowhere").ShouldRefuseAsync(HttpStatusCode.NotFound, "request.not_found");
        await nobody.TryGetAsync("auth/login").ShouldRefuseAsync(HttpStatusCode.MethodNotAllowed, "request.method_not_allowed");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task A_body_that_does_not_say_that_it_is_json_is_refused(string? type)
    {
        using var nobody = new Person(api.Address);
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = type is null ? null : new(type);
        await nobody.Http.PostAsync(new Uri("auth/login", UriKind.Relative), content)
            .ShouldRefuseAsync(HttpStatusCode.UnsupportedMediaType, "request.media_type");
    }

    [Theory]
    [InlineData("{", "body")]
    [InlineData("[]", "body")]
    [InlineData("""{"username":1,"password":"x"}""", "username")]
    public async Task Json_that_does_not_fit_names_the_member_and_none_of_our_types(string json, string member)
    {
        using var nobody = new Person(api.Address);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        var problem = await nobody.Http.PostAsync(new Uri("auth/login", UriKind.Relative), content).ShouldRefuseAsync(HttpStatusCode.BadRequest, "request.invalid");
        problem.GetProperty("errors")[0].GetProperty("name").GetString().ShouldBe(member);
        problem.GetRawText().ShouldNotContain("System.");
    }

    [Fact]
    public async Task A_value_in_the_address_that_does_not_fit_is_named()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        var problem = await ada.TryGetAsync("rooms?limit=many").ShouldRefuseAsync(HttpStatusCode.BadRequest, "request.invalid");
        problem.GetProperty("errors")[0].GetProperty("name").GetString().ShouldBe("limit");
    }

    [Fact]
    public async Task A_body_over_the_servers_limit_is_too_large()
    {
        using var nobody = new Person(api.Address);
        using var content = new ByteArrayContent(new byte[31_000_000]) { Headers = { ContentType = new("application/json") } };
        // Waiting for leave to send lets the server refuse before the body is on its way.
        nobody.Http.DefaultRequestHeaders.ExpectContinue = true;
        await nobody.Http.PostAsync(new Uri("auth/login", UriKind.Relative), content)
            .ShouldRefuseAsync(HttpStatusCode.RequestEntityTooLarge, "request.too_large");
    }

    [Theory]
    [InlineData("auth/refresh", HttpStatusCode.Unauthorized)]
    [InlineData("auth/logout", HttpStatusCode.NoContent)]
    public async Task A_session_is_continued_and_ended_without_a_body(string path, HttpStatusCode withoutCookie)
    {
        using var nobody = new Person(api.Address);
        using var answer = await nobody.TryPostAsync(path);
        answer.StatusCode.ShouldBe(withoutCookie);
    }
}
