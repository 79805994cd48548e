using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Chat.LocalHub.RestApi;

/// <summary>The answer to a REST call.</summary>
internal sealed record RestResult
{
    private RestResult(int status) => Status = status;

    public int Status { get; }

    /// <summary>The code that the SDKs show as the error's name; null on success.</summary>
    public string? ErrorCode { get; private init; }

    public string Message { get; private init; } = "";

    /// <summary>The query key or header that is wrong; null when none is.</summary>
    public string? Target { get; private init; }

    /// <summary>Writes the body; null for none.</summary>
    public Action<Utf8JsonWriter>? Body { get; private init; }

    public static RestResult Ok { get; } = new(StatusCodes.Status200OK);

    public static RestResult Accepted { get; } = new(StatusCodes.Status202Accepted);

    public static RestResult NoContent { get; } = new(StatusCodes.Status204NoContent);

    public static RestResult NotFound { get; } = Fail(StatusCodes.Status404NotFound, "Error.NotFound", "It does not exist.");

    public static RestResult NoConnection { get; } = Fail(StatusCodes.Status404NotFound, "Info.Connection.NotExisted", "The connection does not exist.");

    public static RestResult NoOperation { get; } = Fail(StatusCodes.Status404NotFound, "Error.NotFound", "There is no such operation.");

    public static RestResult NoMethod { get; } = Fail(StatusCodes.Status405MethodNotAllowed, "Error.MethodNotAllowed", "The method is not allowed here.");

    public static RestResult Unauthorized { get; } = Fail(StatusCodes.Status401Unauthorized, "Unauthorized", "The access token is missing or not valid.");

    public static RestResult TooLarge { get; } = Fail(StatusCodes.Status413PayloadTooLarge, "Error.TooLarge", "The payload is too large.");

    public static RestResult MediaType { get; } = Fail(
        StatusCodes.Status415UnsupportedMediaType,
        "Error.MediaType",
        "The payload must be application/json, text/plain or application/octet-stream.",
        "Content-Type");

    /// <summary>Done here, but not all nodes answered: worth trying again, as SDKs do by themselves.</summary>
    public static RestResult Incomplete { get; } = Fail(StatusCodes.Status503ServiceUnavailable, "Error.Unavailable", "Not all nodes of the hub can be reached.");

    public static RestResult Json(Action<Utf8JsonWriter> body) => new(StatusCodes.Status200OK) { Body = body };

    public static RestResult Invalid(string target, string message) => Fail(StatusCodes.Status400BadRequest, "Error.BadRequest", message, target);

    private static RestResult Fail(int status, string code, string message, string? target = null) =>
        new(status) { ErrorCode = code, Message = message, Target = target };
}
