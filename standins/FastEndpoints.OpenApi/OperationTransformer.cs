using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace FastEndpoints.OpenApi;

/// <summary>What an endpoint's summary, tags, request type and demands say about its operation.</summary>
internal sealed class OperationTransformer(DocumentOptions options) : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<EndpointDefinition>().FirstOrDefault() is not { } endpoint)
            return;

        operation.OperationId = metadata.OfType<EndpointNameMetadata>().LastOrDefault()?.EndpointName ?? operation.OperationId;
        operation.Summary ??= endpoint.EndpointSummary?.Summary;
        operation.Description ??= endpoint.EndpointSummary?.Description;
        Tag(operation, endpoint, metadata, context.Description.RelativePath ?? "");
        await new RequestDescription(endpoint, operation, context).WriteAsync(cancellationToken);
        await new AnswerDescription(endpoint, options, operation, context).WriteAsync(cancellationToken);
        if (metadata.OfType<IAuthorizeData>().ToArray() is { Length: > 0 } demands && !metadata.OfType<IAllowAnonymous>().Any())
            Secure(operation, context.Document!, demands);
    }

    private void Tag(OpenApiOperation operation, EndpointDefinition endpoint, IList<object> metadata, string path)
    {
        var tags = metadata.OfType<ITagsMetadata>().SelectMany(t => t.Tags).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (options.AutoTagPathSegmentIndex > 0 && !endpoint.DontAutoTagEndpoints)
        {
            var prefix = Cfg.EpOpts.PrefixFor(endpoint.OverriddenRoutePrefix)?.Split('/').Length ?? 0;
            var automatic = metadata.OfType<AutoTagOverride>().LastOrDefault()?.TagName
                ?? path.Split('/', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(prefix + options.AutoTagPathSegmentIndex - 1);
            if (automatic is not null)
                tags.Add(Cased(automatic));
        }

        operation.Tags = tags.Select(t => new OpenApiTagReference(t)).ToHashSet();
    }

    private string Cased(string tag) => options.TagCase switch
    {
        TagCase.TitleCase => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(tag),
        TagCase.LowerCase => CultureInfo.InvariantCulture.TextInfo.ToLower(tag),
        _ => tag,
    };

    private void Secure(OpenApiOperation operation, OpenApiDocument document, IAuthorizeData[] demands)
    {
        var roles = demands.SelectMany(d => d.Roles?.Split(',') ?? []).Distinct().ToList();
        operation.Security = [.. options.AuthSchemes.Keys.Select(name => new OpenApiSecurityRequirement { [new(name, document)] = roles })];
    }
}
