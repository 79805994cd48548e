using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Chat.LocalHub.Tests.Fixtures;
using Chat.LocalHub.Tokens;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Tokens;

public sealed class TokenTests
{
    private const string Good = """{"alg":"HS256","typ":"JWT"}""";
    private static readonly IOptions<HubOptions> Settings = Options.Create(new HubOptions { AccessKey = TestHub.PrimaryKey, SecondaryAccessKey = TestHub.SecondaryKey });
    private static readonly Audiences Audience = new(["hub.example:8080"], ["/client/hubs/chat"], deeper: true);

    private readonly TokenValidator _validator = new(new HubKeys(Settings), TimeProvider.System);

    [Fact]
    public void What_the_hub_mints_it_accepts_with_all_that_it_says()
    {
        var tokens = new ClientTokens(new HubKeys(Settings), Settings, TimeProvider.System);
        var token = tokens.Create(new ClientToken
        {
            UserId = "u", Roles = ["r1", "r2"], Groups = ["g"], Claims = new Dictionary<string, string> { ["jti"] = "once" },
        });

        var claims = _validator.Validate(token, Audience)!;

        claims.UserId.ShouldBe("u");
        claims.Values("role").ShouldBe(["r1", "r2"]);
        claims.Values("webpubsub.group").ShouldBe(["g"]);
        claims.Values("jti").ShouldBe(["once"]);
        claims.Values("aud").ShouldBe(["/client/hubs/chat"]);
    }

    [Fact]
    public void Both_keys_are_accepted_as_they_are_written()
    {
        Accepts(Token(Good, Claims(), TestHub.PrimaryKey)).ShouldBeTrue();
        Accepts(Token(Good, Claims(), TestHub.SecondaryKey)).ShouldBeTrue();
        Accepts(Token(Good, Claims(), "some-other-key-0123456789-0123456789abcdef")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"alg":"none"}""")]
    [InlineData("""{"alg":"None","typ":"JWT"}""")]
    [InlineData("""{"alg":"hs256"}""")]
    [InlineData("""{"alg":"HS384"}""")]
    [InlineData("""{"alg":"HS512"}""")]
    [InlineData("""{"alg":"RS256"}""")]
    [InlineData("""{"alg":["HS256"]}""")]
    [InlineData("""{"typ":"JWT"}""")]
    [InlineData("""{"alg":"HS256","crit":["exp"]}""")]
    [InlineData("""[]""")]
    [InlineData("""not json""")]
    public void Any_other_algorithm_is_refused_even_with_a_good_signature(string header) => Accepts(Token(header, Claims(), TestHub.PrimaryKey)).ShouldBeFalse();

    [Fact]
    public void A_token_without_its_signature_or_with_a_changed_byte_is_refused()
    {
        var token = Token(Good, Claims(), TestHub.PrimaryKey);
        var parts = token.Split('.');

        Accepts($"{parts[0]}.{parts[1]}.").ShouldBeFalse();
        Accepts($"{parts[0]}.{parts[1]}").ShouldBeFalse();
        Accepts($"{parts[0]}.{parts[1]}.{parts[2]}.x").ShouldBeFalse();
        Accepts($"{Base64Url.EncodeToString("""{"alg":"none"}"""u8)}.{parts[1]}.").ShouldBeFalse();
        Accepts(token[..^6] + (token[^6] == 'A' ? 'B' : 'A') + token[^5..]).ShouldBeFalse();
        Accepts($"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Claims().Replace("\"u\"", "\"v\"")))}.{parts[2]}").ShouldBeFalse();
        Accepts("").ShouldBeFalse();
        Accepts("...").ShouldBeFalse();
        Accepts("a.!!!.c").ShouldBeFalse();
        Accepts(new string('a', 100_000)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(-31, false, "expired")]
    [InlineData(-20, true, "expired within what clocks may differ")]
    [InlineData(60, true, "still good")]
    public void Exp_counts(int seconds, bool accepted, string what) => Accepts(Token(Good, Claims(exp: seconds), TestHub.PrimaryKey)).ShouldBe(accepted, what);

    [Theory]
    [InlineData("\"exp\":true")]
    [InlineData("\"exp\":\"never\"")]
    [InlineData("\"exp\":-1")]
    [InlineData("\"exp\":1e300")]
    [InlineData("\"exp\":[99999999999,99999999999]")]
    [InlineData("\"x\":1")]
    public void A_token_without_a_proper_exp_is_refused(string exp) =>
        Accepts(Token(Good, $$"""{"aud":"http://hub.example:8080/client/hubs/chat",{{exp}}}""", TestHub.PrimaryKey)).ShouldBeFalse();

    [Fact]
    public void A_token_of_the_future_is_refused()
    {
        var soon = DateTimeOffset.UtcNow.AddMinutes(2).ToUnixTimeSeconds();

        Accepts(Token(Good, Claims(more: $"\"nbf\":{soon},"), TestHub.PrimaryKey)).ShouldBeFalse();
        Accepts(Token(Good, Claims(more: $"\"iat\":{soon},"), TestHub.PrimaryKey)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://hub.example:8080/client/hubs/chat", true)]
    [InlineData("wss://hub.example:8080/client/hubs/CHAT", true)]
    [InlineData("http://HUB.example:8080/client/hubs/chat/", true)]
    [InlineData("http://hub.example:8080/client/hubs/chat/deeper?query=1", true)]
    [InlineData("/client/hubs/chat", true)]
    [InlineData("http://hub.example:8080/client/hubs/chat2", false)]
    [InlineData("http://hub.example:8080/client/hubs/other", false)]
    [InlineData("http://hub.example:8080/client", false)]
    [InlineData("http://hub.example/client/hubs/chat", false)]
    [InlineData("http://hub.example.evil:8080/client/hubs/chat", false)]
    [InlineData("http://user@other:8080/client/hubs/chat", false)]
    [InlineData("ftp://hub.example:8080/client/hubs/chat", false)]
    [InlineData("/api/hubs/chat/:send", false)]
    [InlineData("chat", false)]
    [InlineData("", false)]
    public void The_audience_must_be_this_hub(string audience, bool accepted)
    {
        Accepts(Token(Good, Claims(aud: $"\"{audience}\""), TestHub.PrimaryKey)).ShouldBe(accepted);
        Accepts(Token(Good, Claims(aud: $"[\"http://elsewhere\",\"{audience}\"]"), TestHub.PrimaryKey)).ShouldBe(accepted);
    }

    [Fact]
    public void A_rest_call_accepts_its_own_address_and_no_other()
    {
        var call = new Audiences(["hub.example"], ["/api/hubs/chat/groups/room%2F1/:send"]);

        call.Accepts("https://hub.example/api/hubs/chat/groups/room%2F1/:send?api-version=2024-12-01").ShouldBeTrue();
        call.Accepts("https://hub.example:443/api/hubs/chat/groups/room%2f1/%3Asend").ShouldBeTrue();
        call.Accepts("https://hub.example/api/hubs/chat/groups/room%2F2/:send").ShouldBeFalse();
        call.Accepts("https://hub.example/api/hubs/chat/groups/Room%2F1/:send").ShouldBeFalse();
        call.Accepts("https://hub.example/api/hubs/chat").ShouldBeFalse();
        call.Accepts("/api/hubs/chat/groups/room%2F1/:send").ShouldBeFalse();
    }

    [Fact]
    public void Two_users_in_one_token_are_none()
    {
        Accepts(Token(Good, Claims(more: "\"sub\":\"v\","), TestHub.PrimaryKey)).ShouldBeFalse();
        Accepts(Token(Good, Claims(more: "\"exp\":99999999999,"), TestHub.PrimaryKey)).ShouldBeFalse();
    }

    private bool Accepts(string token) => _validator.Validate(token, Audience) is not null;

    private static string Claims(int exp = 60, string aud = "\"http://hub.example:8080/client/hubs/chat\"", string more = "") =>
        $$"""{{{more}}"sub":"u","aud":{{aud}},"exp":{{DateTimeOffset.UtcNow.AddSeconds(exp).ToUnixTimeSeconds()}}}""";

    private static string Token(string header, string payload, string key)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signed)))}";
    }
}
