using System.Net;
using FastEndpoints.Security;
using FastEndpoints.Tests.Sample;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FastEndpoints.Tests;

/// <summary>What the real packages do and the stand-ins do not: refused, never ignored. These tests alone do not hold for the real ones.</summary>
[Collection(nameof(SampleCollection))]
public sealed class NotCoveredTests(SampleApp app)
{
    [Fact]
    public async Task A_form_is_not_bound_silently_to_nothing()
    {
        using var form = new FormUrlEncodedContent([new("name", "x")]);
        using var answer = await app.SendAsync(HttpMethod.Post, "/api/forms", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task A_nested_query_object_is_not_bound_silently_to_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/complex-query?page.before=x") { Headers = { { "Device", "d" } } };
        using var answer = await app.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public void Other_signatures_than_HS256_are_refused() =>
        Should.Throw<NotSupportedException>(() => SampleApp.Token(o => o.SigningStyle = TokenSigningStyle.Asymmetric));

    [Fact]
    public void Renaming_claims_is_refused()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAuthenticationJwtBearer(s => s.SigningKey = SampleApp.Key, b => b.MapInboundClaims = true);
        using var provider = services.BuildServiceProvider();
        Should.Throw<NotSupportedException>(() => provider.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get("Bearer"));
    }
}
