using System.Globalization;
using System.Net;
using Chat.Api.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Shouldly;
using Xunit;

namespace Chat.Api.Tests.Setup;

/// <summary>What callers see of exceptions: the API's error handling around endpoints that throw.</summary>
public sealed class FailureTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.UseErrors();
        _app.MapGet("/bug", Thrower(() => new InvalidOperationException("secret")));
        _app.MapGet("/away", Thrower(() => new NpgsqlException("secret host is away", new TimeoutException())));
        _app.MapGet("/wrapped", Thrower(() => new InvalidOperationException("secret", new NpgsqlException("secret"))));
        _app.MapGet("/refused", Thrower(() => new PostgresException("secret", "ERROR", "ERROR", PostgresErrorCodes.UndefinedTable)));
        await _app.StartAsync();
        _http.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/bug")]
    [InlineData("/refused")]
    public async Task A_bug_tells_nothing_but_its_trace(string path)
    {
        var problem = await _http.GetAsync(new Uri(path, UriKind.Relative)).ShouldRefuseAsync(HttpStatusCode.InternalServerError, "service.failed");
        problem.GetRawText().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("/away")]
    [InlineData("/wrapped")]
    public async Task A_store_that_is_away_says_when_to_come_again(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        var problem = await Task.FromResult(answer).ShouldRefuseAsync(HttpStatusCode.ServiceUnavailable, "service.unavailable");
        problem.GetRawText().ShouldNotContain("secret");
        answer.Headers.GetValues("Retry-After").ShouldBe([problem.GetProperty("retryAfter").GetInt32().ToString(CultureInfo.InvariantCulture)]);
    }

    private static Action Thrower(Func<Exception> exception) => () => throw exception();
}
