using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Chat.ServiceDefaults.Tests;

/// <summary>Takes what an OTLP exporter sends by HTTP. Names and values stand in the protobuf as they are, so text search finds them.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string Body)> _received = new();

    private OtlpCollector(WebApplication app)
    {
        _app = app;
        _app.MapPost("/v1/{signal}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            _received.Enqueue((context.Request.Path, Encoding.UTF8.GetString(body.ToArray())));
        });
    }

    public static async Task<OtlpCollector> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = new OtlpCollector(builder.Build());
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Points a process at this collector, as Aspire does by environment.</summary>
    public void Configure(IConfigurationManager configuration)
    {
        configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.First();
        configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
    }

    /// <summary>All that arrived for traces, metrics or logs.</summary>
    public string Received(string signal) => string.Concat(_received.Where(item => item.Path == $"/v1/{signal}").Select(item => item.Body));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
