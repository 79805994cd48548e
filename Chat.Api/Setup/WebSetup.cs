using Microsoft.Net.Http.Headers;

namespace Chat.Api.Setup;

/// <summary>The built web client from wwwroot, and the headers that keep browsers careful.</summary>
internal static class WebSetup
{
    private static readonly PathString[] Interfaces = ["/api", "/client", "/ws", "/docs", "/openapi"];

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
    /// Files, and the client's one page for every other path that a person may open. What begins like an interface is never the page, so
    /// that a wrong address there is a clear 404; neither is what is named like a file: as an answer to a script that is gone the page
    /// would be cached as that script. No route, because a route for every path hides from routing which methods an address knows.
    /// </summary>
    public static void UseWebClient(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (IsPage(http)) http.Request.Path = "/index.html";
            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => CacheByName(file.Context) });
    }

    private static bool IsPage(HttpContext http) =>
        http.GetEndpoint() is null
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && !Path.HasExtension(http.Request.Path)
        && !Array.Exists(Interfaces, prefix => http.Request.Path.StartsWithSegments(prefix));

    // Vite puts a hash into the name of everything under assets/: such a file never changes. Everything else is asked for again.
    private static void CacheByName(HttpContext http) =>
        http.Response.Headers[HeaderNames.CacheControl] =
            http.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
}
