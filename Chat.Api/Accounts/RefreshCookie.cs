namespace Chat.Api.Accounts;

/// <summary>
/// Where a browser keeps its refresh token: in a cookie that scripts cannot read and that goes nowhere but to the auth path
/// (docs/protocol.md AU2). SameSite=Strict, so that no other site can make a browser use it.
/// </summary>
internal static class RefreshCookie
{
    private const string Path = "/api/v1/auth";

    public static string? Read(HttpContext http) => http.Request.Cookies[Name(http)];

    public static void Write(HttpContext http, string token, DateTimeOffset expires) =>
        http.Response.Cookies.Append(Name(http), token, Options(http, expires));

    public static void Delete(HttpContext http) => http.Response.Cookies.Delete(Name(http), Options(http, null));

    // Browsers take a name with this prefix only over https, which is the point of it and why plain http has another.
    private static string Name(HttpContext http) => http.Request.IsHttps ? "__Secure-chat-refresh" : "chat-refresh";

    private static CookieOptions Options(HttpContext http, DateTimeOffset? expires) => new()
    {
        Path = Path,
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Expires = expires,
        IsEssential = true,
    };
}
