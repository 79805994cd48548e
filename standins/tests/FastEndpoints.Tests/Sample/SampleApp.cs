using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json.Serialization;
using FastEndpoints.OpenApi;
using FastEndpoints.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FastEndpoints.Tests.Sample;

/// <summary>The sample endpoints behind a real server. One per run: the packages keep their settings per process.</summary>
public sealed class SampleApp : IAsyncLifetime
{
    public const string Key = "a key of thirty-two bytes or more";

    private WebApplication _app = null!;

    public static IReadOnlyList<string> LastTrace { get; set; } = [];

    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddScoped<Trace>();
        builder.Services.AddFastEndpoints(o => o.Assemblies = [typeof(SampleApp).Assembly]);
        builder.Services.OpenApiDocument(o =>
        {
            o.Title = "Sample";
            o.ShortSchemaNames = true;
            o.ExcludeNonFastEndpoints = true;
        });
        builder.Services.AddAuthenticationJwtBearer(
            s => s.SigningKey = Key,
            b =>
            {
                b.TokenValidationParameters.ValidIssuer = "us";
                b.TokenValidationParameters.ValidAudience = "them";
                b.TokenValidationParameters.ValidAlgorithms = ["HS256"];
                b.TokenValidationParameters.ClockSkew = TimeSpan.Zero;
                b.Events = new()
                {
                    OnTokenValidated = c =>
                    {
                        if (c.Principal!.HasClaim("sid", "revoked"))
                            c.Fail("revoked");
                        return Task.CompletedTask;
                    },
                };
            });
        builder.Services.AddAuthorization(o => o.AddPolicy("old", p => p.RequireClaim("age")));
        _app = builder.Build();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.UseFastEndpoints(c =>
        {
            c.Endpoints.RoutePrefix = "api";
            c.Endpoints.ShortNames = true;
            c.Serializer.Options.Converters.Add(new JsonStringEnumConverter());
            c.Endpoints.Configurator = ep => ep.PreProcessor<GlobalFirst>(Order.Before);
        });
        _app.MapOpenApi();
        await _app.StartAsync();
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    public static string Token(Action<JwtCreationOptions>? change = null)
        => JwtBearer.CreateToken(o =>
        {
            o.SigningKey = Key;
            o.Issuer = "us";
            o.Audience = "them";
            o.ExpireAt = DateTime.UtcNow.AddMinutes(5);
            o.User.Claims.Add(new Claim("sub", "u1"));
            o.User.Claims.Add(new Claim("name", "Ann"));
            change?.Invoke(o);
        });

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, token: token);

    public Task<HttpResponseMessage> PostAsync(string path, string json, string? token = null)
        => SendAsync(HttpMethod.Post, path, new StringContent(json, null, "application/json"), token);
}

[CollectionDefinition(nameof(SampleCollection))]
public sealed class SampleCollection : ICollectionFixture<SampleApp>;
