using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FastEndpoints.OpenApi;

public static class Extensions
{
    public static IServiceCollection OpenApiDocument(this IServiceCollection services, Action<DocumentOptions>? options = null)
    {
        var document = new DocumentOptions();
        options?.Invoke(document);
        if (document.EnableJWTBearerAuth)
        {
            document.AuthSchemes["JWTBearerAuth"] = new()
            {
                Type = SecuritySchemeType.Http,
                Scheme = "Bearer",
                BearerFormat = "JWT",
                Description = "Enter a JWT token to authorize the requests...",
            };
        }

        services.AddOpenApi(
            document.DocumentName,
            framework =>
            {
                framework.ShouldInclude = api => Described(api.ActionDescriptor.EndpointMetadata, document);
                framework.CreateSchemaReferenceId = type => SchemaNames.For(type, document.ShortSchemaNames);
                framework.AddOperationTransformer(new OperationTransformer(document));
                framework.AddSchemaTransformer<NumberSchemas>();
                framework.AddDocumentTransformer(new DocumentTransformer(document));
                document.ConfigureOpenApi?.Invoke(framework);
            });
        return services;
    }

    public static IEndpointConventionBuilder AutoTagOverride(this IEndpointConventionBuilder b, string tag)
    {
        b.WithMetadata(new AutoTagOverride(tag));
        return b;
    }

    private static bool Described(IEnumerable<object> metadata, DocumentOptions document)
        => metadata.OfType<EndpointDefinition>().FirstOrDefault() is { } endpoint
            ? document.EndpointFilter?.Invoke(endpoint) is not false
            : !document.ExcludeNonFastEndpoints;
}
