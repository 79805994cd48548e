using System.Net;
using System.Security.Claims;
using FastEndpoints.Security;
using FastEndpoints.Tests.Sample;

namespace FastEndpoints.Tests;

[Collection(nameof(SampleCollection))]
public sealed class SecurityTests(SampleApp app)
{
    [Fact]
    public async Task A_token_names_the_user_with_claims_as_they_were_written()
    {
        using var answer = await app.GetAsync("/api/guarded/user", SampleApp.Token(o => o.User.Roles.Add("admin")));
        (await answer.Content.ReadAsStringAsync()).ShouldBe("u1 Ann True");
    }

    [Fact]
    public async Task Without_a_token_the_answer_is_401_and_empty()
    {
        using var answer = await app.GetAsync("/api/guarded/user");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    public static TheoryData<string> Bad => new(
        "not a token",
        "a.b.c",
        SampleApp.Token()[..^2] + "AA",
        SampleApp.Token(o => o.SigningKey = "another key, of thirty-two bytes or more"),
        SampleApp.Token(o => o.ExpireAt = DateTime.UtcNow.AddSeconds(-1)),
        SampleApp.Token(o => o.Issuer = "them"),
        SampleApp.Token(o => o.Audience = "us"),
        SampleApp.Token(o => o.User.Claims.Add(new Claim("sid", "revoked"))),
        // {"alg":"none","typ":"JWT"} without a signature
        $"eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{SampleApp.Token().Split('.')[1]}.");

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_token_is_401_and_says_so_in_the_header(string token)
    {
        using var answer = await app.GetAsync("/api/guarded/user", token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer error=\"invalid_token\"");
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("guarded/role")]
    [InlineData("guarded/policy")]
    [InlineData("guarded/claims")]
    public async Task What_the_token_does_not_allow_is_403_and_empty(string path)
    {
        using var answer = await app.GetAsync($"/api/{path}", SampleApp.Token());
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Roles_policies_claims_permissions_and_scopes_let_in_who_has_them()
    {
        var token = SampleApp.Token(o =>
        {
            o.User.Roles.Add("admin");
            o.User.Permissions.Add("read");
            o.User["sid"] = "s1";
            o.User["scope"] = "other rooms";
            o.User["age"] = "99";
        });
        foreach (var path in new[] { "role", "policy", "claims" })
        {
            using var answer = await app.GetAsync($"/api/guarded/{path}", token);
            answer.StatusCode.ShouldBe(HttpStatusCode.NoContent, path);
        }
    }

    [Fact]
    public void A_key_of_less_than_256_bits_is_refused()
        => Should.Throw<ArgumentOutOfRangeException>(() => JwtBearer.CreateToken(o => o.SigningKey = "too short"));

    [Fact]
    public void A_token_needs_a_key() => Should.Throw<InvalidOperationException>(() => JwtBearer.CreateToken(_ => { }));
}
