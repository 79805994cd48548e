using System.Globalization;
using Chat.LocalHub.Operations;
using Chat.LocalHub.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Chat.LocalHub.RestApi;

/// <summary>A REST call that is authorized and has found its operation.</summary>
/// <param name="Context">The HTTP request.</param>
/// <param name="Names">The unescaped names in its path, in order.</param>
/// <param name="Hub">What can be done.</param>
/// <param name="Tokens">For tokens of clients.</param>
/// <param name="Options">The hub's settings.</param>
internal sealed record RestRequest(HttpContext Context, string[] Names, HubService Hub, ClientTokens Tokens, HubOptions Options)
{
    public CancellationToken Cancellation => Context.RequestAborted;

    public string Reason => Context.Request.Query["reason"].ToString();

    public string[]? Excluded => Values("excluded") is { Length: > 0 } ids ? ids : null;

    public StringValues Query(string key) => Context.Request.Query[key];

    /// <summary>The values of a key that may be repeated.</summary>
    public string[] Values(string key) => [.. Query(key).Select(value => value ?? "")];

    /// <summary>A whole number in a range; a failure when it is something else.</summary>
    public RestResult? TryGetNumber(string key, int min, int max, int fallback, out int number)
    {
        number = fallback;
        var values = Query(key);
        if (values.Count == 0)
            return null;

        return values.Count == 1 && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= min && number <= max
            ? null
            : RestResult.Invalid(key, $"{key} must be a whole number from {min} to {max}.");
    }
}
