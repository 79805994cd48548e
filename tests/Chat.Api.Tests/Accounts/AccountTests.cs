using System.Net;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Accounts;

[Collection(RunningApi.Collection)]
public sealed class AccountTests(RunningApi api)
{
    [Fact]
    public async Task Who_registers_is_signed_in()
    {
        using var ada = await Person.RegisterAsync(api.Address);

        var me = await ada.GetAsync("me");

        (me.GetProperty("id").GetGuid(), me.GetProperty("username").GetString()).ShouldBe((ada.Id, ada.Name));
    }

    [Fact]
    public async Task A_taken_name_is_refused_whatever_its_case()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        await ada.TryPostAsync("auth/register", new { username = ada.Name.ToUpperInvariant(), password = Person.Password })
            .ShouldRefuseAsync(HttpStatusCode.Conflict, "account.username_taken");
    }

    [Theory]
    [InlineData("with space", Person.Password, "username")]
    [InlineData("", Person.Password, "username")]
    [InlineData("a234567890123456789012345678901234", Person.Password, "username")]
    [InlineData("fine", "short", "password")]
    public async Task What_is_wrong_with_a_registration_is_named(string username, string password, string member)
    {
        using var nobody = new Person(api.Address);
        var problem = await nobody.TryPostAsync("auth/register", new { username, password }).ShouldRefuseAsync(HttpStatusCode.BadRequest, "request.invalid");
        problem.GetProperty("errors")[0].GetProperty("name").GetString().ShouldBe(member);
    }

    [Fact]
    public async Task Every_sign_of_a_nick_may_be_in_a_name()
    {
        using var odd = await Person.RegisterAsync(api.Address, @"[a]{b}|c^d\e`f-_.9" + Guid.NewGuid().ToString("N")[..8]);
        (await odd.GetAsync("me")).GetProperty("username").GetString().ShouldBe(odd.Name);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_without_saying_what_was_wrong()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        var wrong = await ada.TryPostAsync("auth/login", new { username = ada.Name, password = "something else" }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "auth.credentials");
        var unknown = await ada.TryPostAsync("auth/login", new { username = Person.NewName(), password = Person.Password }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "auth.credentials");
        wrong.GetProperty("title").GetString().ShouldBe(unknown.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_refresh_token_is_replaced_at_each_use_and_a_lost_answer_can_be_repeated()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        var first = await ada.PostAsync("auth/login", new { username = ada.Name, password = Person.Password });

        var second = await ada.PostAsync("auth/refresh", new { refreshToken = Refresh(first) });
        var again = await ada.PostAsync("auth/refresh", new { refreshToken = Refresh(first) });

        Refresh(second).ShouldNotBe(Refresh(first));
        Refresh(again).ShouldBe(Refresh(second));
        ada.Use(second);
        (await ada.GetAsync("me")).GetProperty("id").GetGuid().ShouldBe(ada.Id);
    }

    [Fact]
    public async Task After_logout_the_refresh_token_is_worth_nothing()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        var tokens = await ada.PostAsync("auth/login", new { username = ada.Name, password = Person.Password });
        await ada.PostAsync("auth/logout", new { refreshToken = Refresh(tokens) });
        await ada.TryPostAsync("auth/refresh", new { refreshToken = Refresh(tokens) }).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "auth.refresh");
    }

    [Fact]
    public async Task A_browser_keeps_its_refresh_token_where_no_script_can_read_it()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        using var login = await ada.TryPostAsync("auth/login", new { username = ada.Name, password = Person.Password, cookie = true });

        JsonSerializer.Deserialize<JsonElement>(await login.Content.ReadAsStringAsync()).TryGetProperty("refreshToken", out _).ShouldBeFalse();
        var cookie = login.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldStartWith("chat-refresh=");
        foreach (var part in new[] { "path=/api/v1/auth", "httponly", "samesite=strict" }) cookie.ShouldContain(part);

        using var request = new HttpRequestMessage(HttpMethod.Post, "auth/refresh") { Content = new StringContent("{}", null, "application/json") };
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var refreshed = await ada.Http.SendAsync(request);
        refreshed.StatusCode.ShouldBe(HttpStatusCode.OK);
        refreshed.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldNotBe(cookie);
    }

    [Theory]
    [InlineData("me")]
    [InlineData("rooms")]
    public async Task Without_a_token_nothing_is_shown(string path)
    {
        using var nobody = new Person(api.Address);
        await nobody.TryGetAsync(path).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "auth.required");
    }

    [Fact]
    public async Task Only_an_administrator_brings_in_speakers()
    {
        using var ada = await Person.RegisterAsync(api.Address);
        await ada.TryPostAsync("admin/import/speakers", new { usernames = new[] { "x" } }).ShouldRefuseAsync(HttpStatusCode.Forbidden, "auth.forbidden");
    }

    private static string Refresh(JsonElement tokens) => tokens.GetProperty("refreshToken").GetString()!;
}
