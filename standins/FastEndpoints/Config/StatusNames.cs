namespace FastEndpoints;

/// <summary>Title and address that problem details carry for a status. The real package has these and rarer ones.</summary>
internal static class StatusNames
{
    internal static readonly Dictionary<int, (string Title, string Url)> Known = new()
    {
        [400] = ("Bad Request", "https://www.rfc-editor.org/rfc/rfc7231#section-6.5.1"),
        [401] = ("Unauthorized", "https://www.rfc-editor.org/rfc/rfc7235#section-3.1"),
        [403] = ("Forbidden", "https://www.rfc-editor.org/rfc/rfc7231#section-6.5.3"),
        [404] = ("Not Found", "https://www.rfc-editor.org/rfc/rfc7231#section-6.5.4"),
        [405] = ("Method Not Allowed", "https://www.rfc-editor.org/rfc/rfc7231#section-6.5.5"),
        [409] = ("Conflict", "https://www.rfc-editor.org/rfc/rfc7231#section-6.5.8"),
        [410] = ("Gone", "https://www.rfc-editor.org/rfc/rfc7231#section-6.5.9"),
        [412] = ("Precondition Failed", "https://www.rfc-editor.org/rfc/rfc7232#section-4.2"),
        [413] = ("Payload Too Large", "https://www.rfc-editor.org/rfc/rfc7231#section-6.5.11"),
        [415] = ("Unsupported Media Type", "https://www.rfc-editor.org/rfc/rfc7231#section-6.5.13"),
        [422] = ("Unprocessable Entity", "https://www.rfc-editor.org/rfc/rfc4918#section-11.2"),
        [429] = ("Too Many Requests", "https://www.rfc-editor.org/rfc/rfc6585#section-4"),
        [500] = ("Internal Server Error", "https://www.rfc-editor.org/rfc/rfc7231#section-6.6.1"),
    };
}
