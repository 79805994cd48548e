using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chat.Core.Common;

namespace Chat.Api.Common;

/// <summary>
/// The one place where a failure becomes an answer: <c>application/problem+json</c> (RFC 9457) with the members of docs/protocol.md CN3.
/// </summary>
internal static partial class Problem
{
    private const string TypeBase = "urn:chat:error:";

    /// <summary>The HTTP status of an error.</summary>
    public static int Status(Error error) => error switch
    {
        { Code: "request.method_not_allowed" } => StatusCodes.Status405MethodNotAllowed,
        { Code: "request.media_type" } => StatusCodes.Status415UnsupportedMediaType,
        { Code: "service.failed" } => StatusCodes.Status500InternalServerError,
        { Kind: ErrorKind.Invalid } => StatusCodes.Status400BadRequest,
        { Kind: ErrorKind.Unauthenticated } => StatusCodes.Status401Unauthorized,
        { Kind: ErrorKind.Forbidden } => StatusCodes.Status403Forbidden,
        { Kind: ErrorKind.NotFound } => StatusCodes.Status404NotFound,
        { Kind: ErrorKind.Conflict } => StatusCodes.Status409Conflict,
        { Kind: ErrorKind.TooLarge } => StatusCodes.Status413PayloadTooLarge,
        { Kind: ErrorKind.Limited } => StatusCodes.Status429TooManyRequests,
        { Kind: ErrorKind.Unavailable } => StatusCodes.Status503ServiceUnavailable,
        _ => throw new UnreachableException($"No status for {error.Kind}."),
    };

    /// <summary>Answers a request with a failure; nothing may have been written before.</summary>
    public static Task WriteAsync(HttpContext http, Error error)
    {
        var body = Body(http, error);
        http.Response.StatusCode = body.Status;
        if (body.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (body.Status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(body, ProblemJson.Default.ProblemBody, "application/problem+json", http.RequestAborted);
    }

    /// <summary>The answer's body.</summary>
    /// <param name="http">The request.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="invalid">For <c>request.invalid</c>: which members, and why.</param>
    public static ProblemBody Body(HttpContext http, Error error, IReadOnlyList<InvalidMember>? invalid = null) => new(
        TypeBase + error.Code,
        error.Message,
        Status(error),
        error.Code,
        Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
        invalid,
        error.RetryAfter is { } after ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : null)
    {
        Details = error.Details?.ToDictionary(detail => detail.Key, detail => JsonSerializer.SerializeToElement(detail.Value)),
    };

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(ProblemBody))]
    private sealed partial class ProblemJson : JsonSerializerContext;
}

/// <summary>The members of an answer about a failure (docs/protocol.md CN3).</summary>
internal sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Code,
    string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<InvalidMember>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RetryAfter)
{
    // Settable: an init-only property would count as a parameter of the constructor, which extension data cannot be.
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Details { get; set; }
}

/// <summary>A member of a request that is not well formed.</summary>
/// <param name="Name">As it stands in the JSON, the route or the query.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record InvalidMember(string Name, string Reason);
