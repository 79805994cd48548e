namespace Chat.Api.Setup;

/// <summary>The description of the HTTP interface. Section <c>Chat:Docs</c>.</summary>
internal sealed record DocsOptions
{
    public const string Section = "Chat:Docs";

    /// <summary>Whether <c>/openapi/v1.json</c> and the page <c>/docs</c> are served; when not set, in development only.</summary>
    public bool? Enabled { get; init; }
}
