using System.Diagnostics;
using Chat.ServiceDefaults.Health;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Chat.ServiceDefaults.Telemetry;

/// <summary>
/// Gives a request's span the name and the tags of OpenTelemetry's conventions for HTTP servers
/// (https://opentelemetry.io/docs/specs/semconv/http/http-spans/): without it every request is called
/// <c>Microsoft.AspNetCore.Hosting.HttpRequestIn</c>. Probes leave no trace.
/// </summary>
internal sealed class ServerSpan(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span
            ? DescribeAsync(context, span)
            : next(context);

    private async Task DescribeAsync(HttpContext context, Activity span)
    {
        if (context.Request.Path == HealthPaths.Alive || context.Request.Path == HealthPaths.Ready)
        {
            // What is not recorded is not exported, and neither are its children.
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            span.IsAllDataRequested = false;
        }

        try
        {
            await next(context);
        }
        catch (Exception e)
        {
            span.SetTag("error.type", e.GetType().FullName);
            span.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            Describe(context, span);
        }
    }

    private static void Describe(HttpContext context, Activity span)
    {
        // Never the path itself in a name: it holds ids, and names must be few.
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode < StatusCodes.Status500InternalServerError)
            return;

        span.SetTag("error.type", context.Response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture));
        span.SetStatus(ActivityStatusCode.Error);
    }
}
