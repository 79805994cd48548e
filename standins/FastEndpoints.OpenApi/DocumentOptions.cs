using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FastEndpoints.OpenApi;

public class DocumentOptions
{
    public string DocumentName { get; set; } = "v1";

    public string? Title { get; set; }

    public string? Version { get; set; }

    public int AutoTagPathSegmentIndex { get; set; } = 1;

    public bool EnableJWTBearerAuth { get; set; } = true;

    public Func<EndpointDefinition, bool>? EndpointFilter { get; set; }

    public bool ExcludeNonFastEndpoints { get; set; }

    public bool ShortSchemaNames { get; set; }

    public TagCase TagCase { get; set; } = TagCase.TitleCase;

    public Action<OpenApiOptions>? ConfigureOpenApi { get; set; }

    internal Dictionary<string, OpenApiSecurityScheme> AuthSchemes { get; } = [];

    public void AddAuth(string schemeName, OpenApiSecurityScheme securityScheme, IEnumerable<string>? globalScopeNames = null)
    {
        if (globalScopeNames is not null)
            throw new NotSupportedException("The stand-in for FastEndpoints.OpenApi knows no global scopes.");
        AuthSchemes.Add(schemeName, securityScheme);
    }
}
