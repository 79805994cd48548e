using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Chat.LocalHub.RestApi;

/// <summary>
/// A request's path as it stands in the request line. Server SDKs escape every segment, and a group may be called <c>room/1</c>: once
/// the server has unescaped the path, <c>%2F</c> and a slash can no longer be told apart.
/// </summary>
internal static class RawPath
{
    /// <summary>The path, escaped, without query.</summary>
    public static string Of(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/'))
            target = PathOfAbsoluteForm(target);

        var query = target.IndexOf('?');
        return query < 0 ? target : target[..query];
    }

    /// <summary>The segments behind <c>/api/hubs/{hub}/</c>, still escaped. A trailing slash is ignored.</summary>
    public static string[] SegmentsBelowHub(string path)
    {
        const string hubs = "/api/hubs/";
        var start = path.IndexOf(hubs, StringComparison.OrdinalIgnoreCase) + hubs.Length;
        var hubEnd = path.IndexOf('/', start);
        return hubEnd < 0 ? [] : path[(hubEnd + 1)..].TrimEnd('/').Split('/');
    }

    // http://host/path, as proxies send it.
    private static string PathOfAbsoluteForm(string target)
    {
        var authority = target.IndexOf("//", StringComparison.Ordinal) + 2;
        var path = target.IndexOf('/', authority);
        return path < 0 ? "/" : target[path..];
    }
}
