using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FastEndpoints.OpenApi;

/// <summary>The document's title, version and ways to sign in.</summary>
internal sealed class DocumentTransformer(DocumentOptions options) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = options.Title ?? document.Info.Title;
        document.Info.Version = options.Version ?? document.Info.Version;
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        foreach (var (name, scheme) in options.AuthSchemes)
            document.Components.SecuritySchemes[name] = scheme;
        return Task.CompletedTask;
    }
}
