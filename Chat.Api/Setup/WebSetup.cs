using Microsoft.Net.Http.Headers;

namespace Chat.Api.Setup;

/// <summary>The built web client from wwwroot, and the headers that keep browsers careful.</summary>
internal static class WebSetup
{
    /// <summary>Set on every answer. A socket to another origin (Azure Web PubSub) is allowed by <c>Chat:Web:ConnectSources</c>.</summary>
    public static void UseBrowserSafety(this WebApplication app)
    {
        var sources = app.Configuration["Chat:Web:ConnectSources"];
        var policy = $"default-src 'self'; connect-src 'self' {sources}; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action 'self'";
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return next(http);
        });
    }

    /// <summary>
    /// Files, and the client's one page for every other path that a person may open; what begins like an interface does not fall back,
    /// so that a wrong address there is a clear 404, and neither does what is named like a file: a page in place of a script that is gone
    /// would be cached as that script.
    /// </summary>
    public static void UseWebClient(this WebApplication app)
    {
        var files = new StaticFileOptions { OnPrepareResponse = file => CacheByName(file.Context) };
        app.UseDefaultFiles();
        app.UseStaticFiles(files);
        app.MapFallbackToFile("{*path:nonfile:regex(^(?!api/|client/|ws$|docs|openapi/).*$)}", "index.html", files).AllowAnonymous();
    }

    // Vite puts a hash into the name of everything under assets/: such a file never changes. Everything else is asked for again.
    private static void CacheByName(HttpContext http) =>
        http.Response.Headers[HeaderNames.CacheControl] =
            http.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
}
